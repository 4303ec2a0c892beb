"use server";
import { MarkRead, markNoticesRead } from "#lib/notices/mark-read.ts";
import { action } from "#lib/platform/action.ts";

export const markReadAction = action(MarkRead, markNoticesRead);
