import { z } from "zod";

import { ConsentKind } from "#lib/insight/consent-kinds.ts";

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const rep = z.preprocess(one, z.uuid()).catch("" as never);
const cursor = z.preprocess(one, z.string().max(2_000)).catch("");

/** What the address of a list behind a number says. Anything unreadable is as if it were not there. */
export const TouchesQuery = z.object({ rep, period: z.preprocess(one, z.enum(["week", "seven"])).catch("week"), cursor });
export type TouchesQuery = z.output<typeof TouchesQuery>;

export const PlansQuery = z.object({ rep, show: z.preprocess(one, z.enum(["planned", "overdue", "held"])).catch("planned"), cursor });
export type PlansQuery = z.output<typeof PlansQuery>;

export const RefusalsQuery = z.object({ rule: z.preprocess(one, z.string().regex(/^([VCDGLP]\d|other)$/)).catch(""), cursor });
export type RefusalsQuery = z.output<typeof RefusalsQuery>;

export const ConsentQuery = z.object({ kind: z.preprocess(one, ConsentKind).catch("" as never), cursor });
export type ConsentQuery = z.output<typeof ConsentQuery>;

/** Whom a row of any of these lists is about. */
type About = { id: string; prospectId: string; name: string; companyName: string | null; at: Date };

export type TouchRow = About & { repName: string | null; channel: string; disposition: string; offerKind: string };
export type PlanRow = About & { repName: string; channel: string; helps: string; heldReason: string | null; heldAt: Date | null };
export type RefusalRow = About & { repName: string | null; channel: string; plannedFor: Date; rule: string; sentence: string | null };
export type ConsentRow = About & { kind: ConsentKind; channels: string[]; saidBy: string };
