import { z } from "zod";

import { ConsentKind } from "#lib/insight/consent-kinds.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** Open deals of one stage in one currency; the amounts by whether the prospect agreed to the stage (G1). */
export type PipelineRow = { stageId: string; stage: string; currency: string; deals: number; agreed: number; hoped: number };

/** One rep's touches and what waits for them. `plannedWeek` is still to come this week. */
export type RepRow = {
  userId: string;
  name: string;
  doneWeek: number;
  doneSeven: number;
  plannedWeek: number;
  overdue: number;
  held: number;
  leftAlone: number;
  /** As the last night measured it; null: nobody was worked on. */
  persistence: RepMeasure | null;
};

/** Means over a rep's prospects, 0–1 each, and how many were given up, at most two touches in, before an effort was made (D3). */
export type RepMeasure = { push: number; neglect: number; people: number; abandoned: number; stoppedShort: number };

/** "Stops at two": of those given up, so large a share after at most two touches, and enough of them to say so (D3). */
export const stopsAtTwo = ({ abandoned, stoppedShort }: RepMeasure, { stopsAtTwoShare, stopsAtTwoLeast }: Policy["persistence"]) =>
  abandoned >= stopsAtTwoLeast && stoppedShort / abandoned >= stopsAtTwoShare;

const Person = z.object({ prospectId: z.string(), name: z.string(), companyName: z.string().nullable() });
const count = z.number().int();

export const ConsentChange = Person.extend({ kind: ConsentKind, at: z.coerce.date(), channels: z.array(z.string()), saidBy: z.string() });
export type ConsentChange = z.infer<typeof ConsentChange>;

const LeftAlone = Person.extend({ ownerName: z.string(), lastTouchAt: z.coerce.date() });
export type LeftAlone = z.infer<typeof LeftAlone>;

const Held = Person.extend({ id: z.string(), ownerName: z.string(), channel: z.string(), at: z.coerce.date(), reason: z.string() });
export type Held = z.infer<typeof Held>;

/** What a manager may want to look into, as the database puts it together in one answer. */
export const Attention = z.object({
  hasProspects: z.boolean(),
  refusals: z.array(z.object({ rule: z.string(), count })),
  consent: z.array(z.object({ kind: ConsentKind, count })),
  changes: z.array(ConsentChange),
  leftAlone: z.array(LeftAlone),
  held: z.array(Held),
});
export type Attention = z.infer<typeof Attention>;
