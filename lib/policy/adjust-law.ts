import "server-only";
import { z } from "zod";

import { LawAdjustment, loosened } from "#lib/consent/adjustment.ts";
import { readHours, sayHours } from "#lib/consent/hours.ts";
import { type Hours, law, lawKey, type LawRule } from "#lib/consent/law.ts";
import { checked, line, optionalLine } from "#lib/field.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { asPublisher, keepVersion, type Published } from "#lib/policy/publish-policy.ts";

const wholeNumber = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.coerce.number("Write a whole number.").int("Write a whole number.").min(0).max(3_650).nullable(),
);

export const AdjustLaw = z.object({
  basedOn: z.coerce.number().int().positive(),
  rule: z.string().max(40),
  expressOnly: checked,
  week: optionalLine(40),
  saturday: optionalLine(40),
  sunday: optionalLine(40),
  touches: wholeNumber,
  days: wholeNumber,
  refusalDays: wholeNumber,
  reason: line("Say in a sentence why, for those who read it later.", 300),
  /** Says that a looser rule is meant. */
  insist: checked,
  /** Takes the organisation's own version of the rule back. */
  asRead: checked,
});
export type AdjustLaw = z.output<typeof AdjustLaw>;

/** How many characters a reason for a looser rule has, at least: a word is no reason. */
const reasonForLess = 20;

/** C9: a rule of the law as the organisation wants it, as a new version of its policy; what is planned is judged again by it. Looser than the law was read is possible for hours, caps and rests only, meant and with a reason. */
export function adjustLaw(context: Context, input: AdjustLaw): Promise<Published> {
  const rule = law.find((each) => lawKey(each) === input.rule);
  if (!rule) return Promise.resolve(no({ code: "not-found" }));
  return asPublisher(context, input.basedOn, false, async (context, _base, current) => {
    const read = input.asRead ? ok(null) : readAdjustment(rule, input);
    if (!read.ok) return read;
    const { [input.rule]: before, ...others } = current.law;
    if (!read.value && !before) return no({ code: "conflict", sentence: "This rule is as it was read; there is nothing to take back." });
    const next = { ...current, law: read.value ? { ...others, [input.rule]: read.value } : others };
    return ok({ version: await keepVersion(context, current, next, `${rule.name}: ${input.reason}`, { law: input.rule }) });
  });
}

function readAdjustment(rule: LawRule, input: AdjustLaw): Outcome<LawAdjustment> {
  const hours = readAllHours(rule, input);
  if (!hours.ok) return hours;
  const { touches, days, refusalDays, expressOnly, reason } = input;
  if ((touches === null) !== (days === null) || days === 0) return invalid("touches", "Say how many touches, and in how many days.");
  const own: LawAdjustment = {
    ...(expressOnly && { expressOnly }),
    ...(hours.value && { hours: hours.value }),
    ...(touches !== null && days !== null && !isSameCap({ touches, days }, rule.cap) && { cap: { touches, days } }),
    ...(refusalDays !== null && refusalDays !== rule.refusalDays && { refusalDays }),
    reason,
  };
  if (!LawAdjustment.safeParse(own).success) return invalid("touches", "A cap is at most 99 touches in at most 365 days.");
  if (Object.keys(own).length === 1) return invalid("reason", "Nothing differs from the rule as it was read.");
  const looser = loosened(rule, own);
  if (looser.length === 0) return ok(own);
  if (!input.insist)
    return no({
      code: "conflict",
      sentence: `This is looser than the law as it was read: ${looser.join(", ")}. Publish it only if you are sure, with a reason you would show to a regulator.`,
    });
  return reason.length < reasonForLess
    ? invalid("reason", `A looser rule needs a reason of at least ${reasonForLess} characters.`)
    : ok(own);
}

const isSameCap = (own: NonNullable<LawRule["cap"]>, lawful: LawRule["cap"]) => own.touches === lawful?.touches && own.days === lawful.days;

/** The three fields of hours; an empty one stays as the law has it, and all as they were is no change. */
function readAllHours(rule: LawRule, input: AdjustLaw): Outcome<LawAdjustment["hours"] | null> {
  const hours: Record<string, Hours> = {};
  for (const day of ["week", "saturday", "sunday"] as const) {
    const lawful = rule.hours ? rule.hours[day] : wholeDay;
    const typed = input[day];
    const read = typed === null ? lawful : readHours(typed);
    if (read === undefined) return invalid(day, "Write hours such as 9-18, 10-13 and 14-20, or none.");
    hours[day] = read;
  }
  const isSame = (["week", "saturday", "sunday"] as const).every(
    (day) => sayHours(hours[day]!) === sayHours(rule.hours ? rule.hours[day] : wholeDay),
  );
  return ok(isSame ? null : (LawAdjustment.shape.hours.parse(hours) ?? null));
}

const wholeDay: Hours = [[0, 24]];
