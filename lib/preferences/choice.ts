import { z } from "zod";

import { oneLine } from "#lib/field.ts";
import { isTimeZone } from "#lib/follow-up/local-time.ts";
import { Spoken } from "#lib/follow-up/spoken.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { partsOfDay } from "#lib/consent/terms.ts";

/** Everything that can be wrong with what was said on the page; each language has its sentence for it. */
export const ProblemKey = z.enum([
  ...(["noChannel", "rate", "hour", "hours", "hoursOrder", "zone", "day", "dayPast", "dayFar", "words"] as const),
  ...(["undoOver", "stopped", "ownMailbox", "gone", "failed", "check", "tooMany"] as const),
]);
export type ProblemKey = z.infer<typeof ProblemKey>;

/** A schema's complaint is the key of a sentence. */
export const wrong = (problem: ProblemKey) => ({ error: problem });

const Hour = z.coerce.number(wrong("hour")).int();

export const Hours = z
  .discriminatedUnion(
    "when",
    [
      z.object({ when: z.literal("any") }),
      z.object({ when: z.literal("morning") }),
      z.object({ when: z.literal("afternoon") }),
      z
        .object({ when: z.literal("between"), from: Hour.min(0).max(23), to: Hour.min(1).max(24) })
        .refine(({ from, to }) => from < to, { path: ["to"], ...wrong("hoursOrder") }),
    ],
    wrong("hours"),
  )
  .transform((hours) => {
    if (hours.when === "any") return null;
    return hours.when === "between" ? { from: hours.from, to: hours.to } : { ...partsOfDay[hours.when] };
  });

export const Rate = z.union(
  [
    z.literal("any").transform(() => null),
    z
      .string()
      .regex(/^[1-9]\d?\/(week|month|quarter)$/)
      .transform((text) => ({ max: Number.parseInt(text, 10), per: text.split("/")[1] as "week" | "month" | "quarter" })),
  ],
  wrong("rate"),
);

const Topic = z.string().overwrite(oneLine).min(1).max(60);

const Save = z.object({
  action: z.literal("save"),
  channels: z.array(Channel, wrong("noChannel")).min(1, wrong("noChannel")).max(6),
  rate: Rate,
  days: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
  hours: Hours,
  timeZone: z.string().max(60).refine(isTimeZone, wrong("zone")),
  /** Topics they like; none ticked: any. */
  topics: z.array(Topic).max(100).default([]),
  /** Null leaves it as it was. */
  language: Spoken.nullable().default(null),
});

const aDay = z.iso.date(wrong("day"));

const Pause = z.discriminatedUnion("for", [
  z.object({ action: z.literal("pause"), for: z.literal("2-weeks") }),
  z.object({ action: z.literal("pause"), for: z.literal("1-month") }),
  z.object({ action: z.literal("pause"), for: z.literal("date"), until: aDay }),
]);

/** What a person can say on their own page about all contact to come (C1–C4, C7). One schema for the form and for every test. */
export const Choice = z.discriminatedUnion("action", [
  Save,
  Pause,
  z.object({ action: z.literal("resume") }),
  z.object({
    action: z.literal("call-back"),
    on: aDay,
    /** Useful things that are welcome until then; null: they did not say. */
    between: z.coerce.number().int().min(0).max(3).nullable().default(null),
  }),
  z.object({ action: z.literal("stop") }),
  z.object({ action: z.literal("undo-stop") }),
  z.object({ action: z.literal("stop-channel"), channel: Channel }),
  z.object({ action: z.literal("allow-channel"), channel: Channel }),
  z.object({ action: z.literal("stop-topic"), topic: Topic }),
  z.object({ action: z.literal("allow-topic"), topic: Topic }),
]);
export type Choice = z.infer<typeof Choice>;
export type ChoiceAction = Choice["action"];

/** What nobody may be slowed down in. */
export const isStop = ({ action }: { action: string }) => /^(stop|stop-channel|stop-topic|not-this)$/.test(action);
