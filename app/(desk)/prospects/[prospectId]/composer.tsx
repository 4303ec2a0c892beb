"use client";
import { fetchPart } from "#components/fetch-part.ts";
import { drawnPart } from "#components/late-part.tsx";

// asked for with the page, not only when its place is drawn
const form = fetchPart(() => import("./follow-up-form.tsx")).then(({ FollowUpForm }) => FollowUpForm);

/** The form to plan with; the judges and their words follow the page. */
export const Composer = drawnPart(() => form);
