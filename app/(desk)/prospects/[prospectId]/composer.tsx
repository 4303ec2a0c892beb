"use client";
import dynamic from "next/dynamic";

import { fetchPart } from "#components/fetch-part.ts";

/** The form to plan with, drawn by the server; the judges and their words follow once the page itself works. */
export const Composer = dynamic(() => fetchPart(() => import("./follow-up-form.tsx")).then(({ FollowUpForm }) => FollowUpForm));
