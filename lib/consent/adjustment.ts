import { z } from "zod";

import type { Hours, LawRule } from "#lib/consent/law.ts";

const Span = z.tuple([z.number().min(0).max(24), z.number().min(0).max(24)]);
const DayHours = z.array(Span).nullable();

/** What an organisation set differently in one rule of the law. What is left out stays as the law has it. */
export const LawAdjustment = z.object({
  /** Only their own express word carries. */
  expressOnly: z.boolean().optional(),
  hours: z.object({ week: DayHours, saturday: DayHours, sunday: DayHours }).optional(),
  cap: z.object({ touches: z.number().int().min(0).max(99), days: z.number().int().min(1).max(365) }).optional(),
  refusalDays: z.number().int().min(0).max(3_650).optional(),
  /** Why, for those who read it later. */
  reason: z.string(),
});
export type LawAdjustment = z.infer<typeof LawAdjustment>;

/** By the key of the rule. */
export const LawAdjustments = z.record(z.string(), LawAdjustment);
export type LawAdjustments = z.infer<typeof LawAdjustments>;

/** The rule as the organisation has it. Express consent alone makes a registry of noes superfluous: whoever said yes may be called. */
export function adjusted(rule: LawRule, own: LawAdjustment | undefined): LawRule {
  if (!own) return rule;
  const { expressOnly, hours, cap, refusalDays } = own;
  return {
    ...rule,
    name: `${rule.name}, as set here`,
    ...(expressOnly && { needs: ["express"], without: "block", registry: undefined }),
    ...(hours && { hours }),
    ...(cap && { cap }),
    ...(refusalDays !== undefined && { refusalDays }),
  };
}

/** What of an adjustment is looser than the law as it was read, in words. The basis and the registry can only be tightened. */
export function loosened(rule: LawRule, { hours, cap, refusalDays }: Omit<LawAdjustment, "reason">): string[] {
  const { hours: lawful } = rule;
  const isWider = hours && lawful && (["week", "saturday", "sunday"] as const).some((day) => !isWithin(hours[day], lawful[day]));
  // a smaller number in as many days, or the same number in more of them
  const isMore = cap && rule.cap && (cap.touches > rule.cap.touches || cap.days < rule.cap.days);
  const isShorter = refusalDays !== undefined && refusalDays < (rule.refusalDays ?? 0);
  return [...(isWider ? ["hours"] : []), ...(isMore ? ["how many touches"] : []), ...(isShorter ? ["the rest after a no"] : [])];
}

const isWithin = (own: Hours, lawful: Hours): boolean =>
  (own ?? []).every(([from, to]) => (lawful ?? []).some(([opens, closes]) => opens <= from && to <= closes));
