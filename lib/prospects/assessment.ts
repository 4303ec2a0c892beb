import { z } from "zod";

export const Stake = z.enum(["low", "medium", "high"]);
export type Stake = z.infer<typeof Stake>;

export const Homework = z.enum(["none", "some", "researched"]);
export type Homework = z.infer<typeof Homework>;

export const stakeNames: Record<Stake, string> = { low: "Little", medium: "Something", high: "Much" };
export const homeworkNames: Record<Homework, string> = { none: "Not looked into", some: "Looked into", researched: "Researched" };
