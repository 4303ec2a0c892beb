import { z } from "zod";

import { Plan } from "#lib/follow-up/plan.ts";

/** A touch on the way to the call-back, and whether it is to be planned. */
export const BridgeRow = z.object({ plan: Plan, isIn: z.boolean() });
export type BridgeRow = z.infer<typeof BridgeRow>;

const Rows = z.object({ rows: z.array(BridgeRow).min(1) });
export type Rows = z.infer<typeof Rows>;

export const reviveRows = (kept: unknown): Rows | null => Rows.safeParse(kept).data ?? null;

/** What became of them, in one line: "2 planned, 1 held". */
export function sayPlanned(planned: number, held: number): string {
  return [`${planned} planned`, ...(held > 0 ? [`${held} held`] : [])].join(", ");
}
