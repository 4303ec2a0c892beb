"use client";
import dynamic from "next/dynamic";

/** The rows that are judged as one edits them, fetched when there is a bridge to build. */
export const Bridge = dynamic(() => import("./bridge-form.tsx").then(({ BridgeForm }) => BridgeForm));
