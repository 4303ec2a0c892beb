import "server-only";
import type { ConsentKind } from "#lib/insight/consent-kinds.ts";
import type { Actor } from "#lib/platform/context.ts";
import { aboutVisible } from "#lib/platform/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** A touch of ours that counts, over "Touchpoint" t; a correction's old row does not. */
export const doneTouch = Prisma.sql`t.direction = 'out' AND t."replacedById" IS NULL`;

/** A plan somebody made and the gate refused, over "GateDecision" d. What is judged again later is held, not refused. */
export const refusedPlan = Prisma.sql`NOT d.passed AND d.occasion IN ('planned', 'moved')`;

const kinds: [ConsentKind, string][] = [
  ["imported", `e."saidBy" = 'import'`],
  ["stop", `e.status IN ('objected', 'withdrawn') AND e.channel = 'any'`],
  ["channel", `e.status IN ('objected', 'withdrawn')`],
  ["pause", `e.status = 'paused'`],
  ["agreement", `e.status = 'express'`],
  ["date", `e.status = 'call_back'`],
  ["back", `e.status IN ('resumed', 'undone')`],
  ["terms", `e.status = 'terms'`],
];

/** What a line of the ledger means to the reader, over "ConsentEvent" e. */
const consentKind = Prisma.raw(`CASE ${kinds.map(([kind, when]) => `WHEN ${when} THEN '${kind}'`).join(" ")} ELSE 'basis' END`);

/** One change a person and moment: what they said of several channels at once is one. As many columns as both the count and the list need. */
export const consentChanges = (actor: Actor, since: Date, until: Date) => Prisma.sql`
  SELECT ${consentKind} AS kind, e."prospectId", e."recordedAt" AS at, array_agg(e.channel ORDER BY e.channel) AS channels, min(e."saidBy") AS "saidBy"
    FROM "ConsentEvent" e WHERE ${aboutVisible(actor, "e")} AND e."recordedAt" >= ${since} AND e."recordedAt" <= ${until}
   GROUP BY 1, 2, 3`;
