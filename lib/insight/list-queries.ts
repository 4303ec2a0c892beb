import "server-only";
import { consentChanges, doneTouch, refusedPlan } from "#lib/insight/conditions.ts";
import type {
  ConsentQuery,
  ConsentRow,
  PlanRow,
  PlansQuery,
  RefusalRow,
  RefusalsQuery,
  TouchesQuery,
  TouchRow,
} from "#lib/insight/lists.ts";
import { periodsAt } from "#lib/insight/periods.ts";
import type { Page } from "#lib/keyset.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { byInstant, type Key, readPage } from "#lib/platform/read-page.ts";
import { aboutVisible } from "#lib/platform/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** The touches behind a number of done ones, latest first. */
export async function listTouches({ actor, now }: Context, { rep, period, cursor }: TouchesQuery): Promise<Page<TouchRow>> {
  const { weekStart, sevenDaysAgo } = periodsAt(actor.timeZone, now);
  const page = readPage(cursor, "highest", byInstant);
  const keys = [Prisma.sql`t.at`, Prisma.sql`t.id`];
  const rows = await db.$queryRaw<TouchRow[]>`
    SELECT t.id, t."prospectId", p.name, c.name AS "companyName", t.at, m.name AS "repName", t.channel, t.disposition, t."offerKind"
      FROM (SELECT t.* FROM "Touchpoint" t
             WHERE ${aboutVisible(actor, "t")} AND ${doneTouch} AND t.at >= ${period === "week" ? weekStart : sevenDaysAgo} AND t.at <= ${now}
               ${rep ? Prisma.sql`AND t."byId" = ${rep}::uuid` : Prisma.empty} ${page.after(...keys)}
             ${page.order(...keys)} ${page.limit}) t
      ${named(actor, "t")} LEFT JOIN "Member" m ON m."orgId" = t."orgId" AND m."userId" = t."byId"
     ${page.order(...keys)}`;
  return page.of(rows, keyOf);
}

/** Follow-ups that are still to come this week, overdue or held: soonest first, the latest held first. */
export async function listPlans({ actor, now }: Context, { rep, show, cursor }: PlansQuery): Promise<Page<PlanRow>> {
  const { weekEnd } = periodsAt(actor.timeZone, now);
  const page = readPage(cursor, show === "held" ? "highest" : "lowest", byInstant);
  const keys = [show === "held" ? Prisma.sql`f."heldAt"` : Prisma.sql`f.at`, Prisma.sql`f.id`];
  const wanted = {
    planned: Prisma.sql`f.state = 'scheduled' AND f.at >= ${now} AND f.at < ${weekEnd}`,
    overdue: Prisma.sql`f.state = 'scheduled' AND f.at < ${now}`,
    held: Prisma.sql`f.state = 'held'`,
  }[show];
  const rows = await db.$queryRaw<PlanRow[]>`
    SELECT f.id, f."prospectId", p.name, c.name AS "companyName", f.at, m.name AS "repName", f.channel, f.helps, f."heldReason", f."heldAt"
      FROM (SELECT f.* FROM "FollowUp" f
             WHERE ${aboutVisible(actor, "f")} AND ${wanted} ${rep ? Prisma.sql`AND f."ownerId" = ${rep}::uuid` : Prisma.empty}
               ${page.after(...keys)}
             ${page.order(...keys)} ${page.limit}) f
      ${named(actor, "f")} JOIN "Member" m ON m."orgId" = f."orgId" AND m."userId" = f."ownerId"
     ${page.order(...keys)}`;
  return page.of(rows, (row) => (show === "held" ? row.heldAt : row.at)!.toISOString());
}

/** Plans of the last thirty days that the gate refused, by one rule or all, with the sentence the rep read. */
export async function listRefusals({ actor, now }: Context, { rule, cursor }: RefusalsQuery): Promise<Page<RefusalRow>> {
  const { thirtyDaysAgo } = periodsAt(actor.timeZone, now);
  const page = readPage(cursor, "highest", byInstant);
  const keys = [Prisma.sql`d."judgedAt"`, Prisma.sql`d.id`];
  const byRule = rule === "other" ? Prisma.sql`AND d."refusedBy" IS NULL` : rule ? Prisma.sql`AND d."refusedBy" = ${rule}` : Prisma.empty;
  const rows = await db.$queryRaw<RefusalRow[]>`
    SELECT d.id, d."prospectId", p.name, c.name AS "companyName", d."judgedAt" AS at, m.name AS "repName", d.channel, d.at AS "plannedFor",
           coalesce(d."refusedBy", 'other') AS rule,
           (SELECT reason->>'sentence' FROM jsonb_array_elements(d.reasons) reason WHERE reason->>'rule' = d."refusedBy" LIMIT 1) AS sentence
      FROM (SELECT d.* FROM "GateDecision" d
             WHERE ${aboutVisible(actor, "d")} AND ${refusedPlan} AND d."judgedAt" >= ${thirtyDaysAgo} ${byRule}
               ${page.after(...keys)}
             ${page.order(...keys)} ${page.limit}) d
      ${named(actor, "d")} LEFT JOIN "Member" m ON m."orgId" = d."orgId" AND m."userId" = d."byId"
     ${page.order(...keys)}`;
  return page.of(rows, keyOf);
}

/** The week's changes of consent, of one kind or all. A row's id is its prospect, so its key says the kind too: one moment may hold several. */
export async function listConsentChanges({ actor, now }: Context, { kind, cursor }: ConsentQuery): Promise<Page<ConsentRow>> {
  const { weekStart } = periodsAt(actor.timeZone, now);
  const page = readPage(cursor, "highest", byChange);
  const keys = (alias: string) => ["at", "kind", `"prospectId"`].map((key) => Prisma.raw(`${alias}.${key}`));
  const rows = await db.$queryRaw<ConsentRow[]>`
    SELECT few."prospectId" AS id, few.*, p.name, c.name AS "companyName"
      FROM (SELECT * FROM (${consentChanges(actor, weekStart, now)}) change
             WHERE true ${kind ? Prisma.sql`AND change.kind = ${kind}` : Prisma.empty} ${page.after(...keys("change"))}
             ${page.order(...keys("change"))} ${page.limit}) few
      ${named(actor, "few")}
     ${page.order(...keys("few"))}`;
  return page.of(rows, (row) => `${row.at.toISOString()} ${row.kind}`);
}

const byChange: Key = {
  reads: (key) => /^\S+ [a-z]+$/.test(key) && byInstant.reads(key.split(" ")[0]!),
  toSql: (key) => Prisma.sql`${byInstant.toSql(key.split(" ")[0]!)}, ${key.split(" ")[1]!}`,
};

const keyOf = ({ at }: { at: Date }) => at.toISOString();

const named = (actor: Actor, alias: string) => Prisma.sql`
  JOIN "Prospect" p ON p."orgId" = ${actor.orgId}::uuid AND p.id = ${Prisma.raw(alias)}."prospectId" AND p."erasedAt" IS NULL
  LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"`;
