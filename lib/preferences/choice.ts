import { z } from "zod";

import { isTimeZone } from "#lib/follow-up/local-time.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { partsOfDay } from "#lib/consent/terms.ts";

const Hour = z.coerce.number({ error: "Choose an hour." }).int();

export const Hours = z
  .discriminatedUnion(
    "when",
    [
      z.object({ when: z.literal("any") }),
      z.object({ when: z.literal("morning") }),
      z.object({ when: z.literal("afternoon") }),
      z
        .object({ when: z.literal("between"), from: Hour.min(0).max(23), to: Hour.min(1).max(24) })
        .refine(({ from, to }) => from < to, { path: ["to"], error: "Choose an end after the start." }),
    ],
    { error: "Choose a time of day." },
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
  { error: "Choose how often at most." },
);

const noChannel = "Tick at least one way. If you want none, press “Stop all contact”.";

const Save = z.object({
  action: z.literal("save"),
  channels: z.array(Channel, { error: noChannel }).min(1, noChannel).max(6),
  rate: Rate,
  days: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
  hours: Hours,
  timeZone: z.string().max(60).refine(isTimeZone, "Choose where you are."),
});

const aDay = z.iso.date({ error: "Choose a day." });

const Pause = z.discriminatedUnion("for", [
  z.object({ action: z.literal("pause"), for: z.literal("2-weeks") }),
  z.object({ action: z.literal("pause"), for: z.literal("1-month") }),
  z.object({ action: z.literal("pause"), for: z.literal("date"), until: aDay }),
]);

/** What a person can say on their own page (C1–C4, C7). One schema for the form and for every test. */
export const Choice = z.discriminatedUnion("action", [
  Save,
  Pause,
  z.object({ action: z.literal("resume") }),
  z.object({ action: z.literal("call-back"), on: aDay }),
  z.object({ action: z.literal("stop") }),
  z.object({ action: z.literal("stop-email") }),
  z.object({ action: z.literal("undo-stop") }),
]);
export type Choice = z.infer<typeof Choice>;
