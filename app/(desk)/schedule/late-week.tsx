"use client";
import { drawnPart } from "#components/late-part.tsx";

/** The week's table; the agenda does without its code. */
export const LateWeek = drawnPart(() => import("./week-grid.tsx").then(({ WeekGrid }) => WeekGrid));
