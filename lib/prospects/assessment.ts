import { z } from "zod";

export const Stake = z.enum(["low", "medium", "high"]);
export type Stake = z.infer<typeof Stake>;

export const Homework = z.enum(["none", "some", "researched"]);
export type Homework = z.infer<typeof Homework>;

/** What each of its fields is called, in the record's history. */
export const assessmentLabels = {
  ...{ fit: "Fit", stake: "At stake", homework: "Homework", decisionOn: "They decide by", timelineSource: "How we know" },
};

export const stakeNames: Record<Stake, string> = { low: "Little", medium: "Something", high: "Much" };
export const homeworkNames: Record<Homework, string> = { none: "Not looked into", some: "Looked into", researched: "Researched" };
