"use client";
import dynamic from "next/dynamic";

import { fetchPart } from "#components/fetch-part.ts";

/** The rows that are judged as one edits them, fetched when there is a bridge to build. */
export const Bridge = dynamic(() => fetchPart(() => import("./bridge-form.tsx")).then(({ BridgeForm }) => BridgeForm));
