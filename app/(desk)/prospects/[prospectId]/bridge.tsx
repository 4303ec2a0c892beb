"use client";
import { drawnPart } from "#components/late-part.tsx";

/** The rows that are judged as one edits them, fetched when there is a bridge to build. */
export const Bridge = drawnPart(() => import("./bridge-form.tsx").then(({ BridgeForm }) => BridgeForm));
