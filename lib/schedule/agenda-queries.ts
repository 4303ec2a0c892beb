import "server-only";
import type { Page } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { byInstant, readPage } from "#lib/platform/read-page.ts";
import { aboutVisible } from "#lib/platform/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type AgendaRow = {
  id: string;
  prospectId: string;
  name: string;
  companyName: string | null;
  timeZone: string | null;
  channel: string;
  at: Date;
  state: string;
  helps: string;
  heldReason: string | null;
  shared: boolean;
  acceptedAt: Date | null;
  ownerName: string;
  mine: boolean;
};

/** Which follow-ups an agenda is about: from an instant until before another, the actor's own or all they may see. */
export type AgendaSpan = { from: Date; to: Date; onlyMine: boolean };

/** One page of the scheduled and held follow-ups in a span, soonest first. */
export async function listAgenda(actor: Actor, { from, to, onlyMine }: AgendaSpan, cursor = ""): Promise<Page<AgendaRow>> {
  const page = readPage(cursor, "lowest", byInstant);
  const keys = [Prisma.sql`f.at`, Prisma.sql`f.id`];
  const rows = await db.$queryRaw<AgendaRow[]>`
    SELECT ${agendaColumns(actor)}
      FROM (SELECT f.* FROM "FollowUp" f WHERE ${inAgenda(actor, onlyMine)} AND f.at >= ${from} AND f.at < ${to} ${page.after(...keys)}
             ${page.order(...keys)} ${page.limit}) f ${besides}
     ${page.order(...keys)}`;
  return page.of(rows, ({ at }) => at.toISOString());
}

/** How many follow-ups a day of the week view shows; and how far those it does not are counted. */
export const ofDay = { shown: 40, counted: 200 };

/** The first follow-ups of each of some days, soonest first, and how many each day has; counting ends at 200. */
export async function findWeek(
  actor: Actor,
  days: { from: Date; to: Date }[],
  onlyMine: boolean,
): Promise<{ rows: AgendaRow[]; counts: number[] }> {
  const instants = (edge: "from" | "to") => days.map((day) => day[edge].toISOString());
  const found = await db.$queryRaw<(AgendaRow & { day: number; count: number })[]>`
    SELECT ${agendaColumns(actor)}, f.day, f.count
      FROM (SELECT day.nr::int AS day, few.* FROM unnest(${instants("from")}::timestamptz[], ${instants("to")}::timestamptz[]) WITH ORDINALITY day("from", "to", nr)
             CROSS JOIN LATERAL (
               SELECT near.*, row_number() OVER (ORDER BY near.at, near.id) AS place, count(*) OVER ()::int AS count
                 FROM (SELECT f.* FROM "FollowUp" f WHERE ${inAgenda(actor, onlyMine)} AND f.at >= day."from" AND f.at < day."to"
                        ORDER BY f.at, f.id LIMIT ${ofDay.counted}) near) few
             WHERE few.place <= ${ofDay.shown}) f ${besides}
     ORDER BY f.at, f.id`;
  const counts = days.map((_, i) => found.find(({ day }) => day === i + 1)?.count ?? 0);
  return { rows: found.map(({ day: _day, count: _count, ...row }) => row), counts };
}

const inAgenda = (actor: Actor, onlyMine: boolean) => Prisma.sql`
  ${aboutVisible(actor, "f")} ${onlyMine ? Prisma.sql`AND f."ownerId" = ${actor.userId}::uuid` : Prisma.empty} AND f.state IN ('scheduled', 'held')`;

const agendaColumns = (actor: Actor) => Prisma.sql`
  f.id, f."prospectId", p.name, c.name AS "companyName", coalesce(terms."timeZone", p."timeZone") AS "timeZone", f.channel, f.at, f.state, f.helps,
  f."heldReason", f.shared, f."acceptedAt", m.name AS "ownerName", f."ownerId" = ${actor.userId}::uuid AS mine`;

const besides = Prisma.sql`
  JOIN "Prospect" p ON p."orgId" = f."orgId" AND p.id = f."prospectId"
  LEFT JOIN "Company" c ON c."orgId" = p."orgId" AND c.id = p."companyId"
  LEFT JOIN LATERAL (SELECT "timeZone" FROM "CommunicationPreference" v WHERE v."orgId" = p."orgId" AND v."prospectId" = p.id ORDER BY version DESC LIMIT 1) terms ON true
  JOIN "Member" m ON m."orgId" = f."orgId" AND m."userId" = f."ownerId"`;
