"use client";
import { drawnPart } from "#components/late-part.tsx";

/** Its code is fetched only while the plans are judged again. */
export const LateProgress = drawnPart(() => import("./progress.tsx").then(({ Progress }) => Progress));
