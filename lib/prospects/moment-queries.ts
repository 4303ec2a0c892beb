import "server-only";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { visibleTo } from "#lib/platform/scope.ts";
import { namedOnPage } from "#lib/prospects/keep-referral.ts";
import { Moments } from "#lib/prospects/moments.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Promises of ours, over "NextStep" n with the "Member" m who made them: kept by their day, late or missed, still open (D8). */
export const keptCounts = Prisma.sql`
  'onTime', count(*) FILTER (WHERE n."settledAs" = 'kept' AND (n."dueOn" IS NULL OR (n."settledAt" AT TIME ZONE m."timeZone")::date <= n."dueOn")),
  'late', count(*) FILTER (WHERE n."settledAs" = 'missed' OR (n."settledAs" = 'kept' AND (n."settledAt" AT TIME ZONE m."timeZone")::date > n."dueOn")),
  'open', count(*) FILTER (WHERE n."settledAt" IS NULL)`;

/** A record's hard moments in one round trip; null where the actor may not see it. */
export async function findMoments({ actor, now }: Context, prospectId: string): Promise<Moments | null> {
  const of = (table: string) => Prisma.raw(`${table}."orgId" = p."orgId" AND ${table}."prospectId" = p.id`);
  const today = Prisma.sql`${dateOf(localDay(actor.timeZone, now))}::date`;
  const by = (column: string) =>
    Prisma.sql`(SELECT m.name FROM "Member" m WHERE m."orgId" = p."orgId" AND m."userId" = ${Prisma.raw(column)})`;
  const [row] = await db.$queryRaw<{ moments: unknown }[]>`/* prepared: moments */
    SELECT json_build_object(
      'reason', (SELECT json_build_object('id', r.id, 'kind', r.kind, 'words', r.words, 'until', r.until, 'by', ${by('r."byId"')})
                   FROM "NoStepReason" r WHERE ${of("r")} AND r."endedAt" IS NULL AND r.until > ${today}),
      'reading', (SELECT json_build_object('id', r.id, 'hypothesis', r.hypothesis, 'at', r.at, 'endsOn', r."endsOn", 'by', ${by('r."byId"')})
                    FROM "SilenceReading" r WHERE ${of("r")} AND r."endedAt" IS NULL AND r."endsOn" > ${today}),
      'kept', (SELECT json_build_object(${keptCounts}) FROM "NextStep" n JOIN "Member" m ON m."orgId" = n."orgId" AND m."userId" = n."createdById"
                WHERE ${of("n")} AND n."owedBy" = 'us'),
      'held', EXISTS (SELECT FROM "FollowUp" f WHERE ${of("f")} AND f.state = 'held'),
      'referrals', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'words', r.words, 'at', r.at, 'thankedAt', r."thankedAt", 'toldAt', r."toldAt",
                      'introduced', (SELECT json_build_object('id', q.id, 'name', q.name) FROM "Prospect" q WHERE ${visibleTo(actor, "q")} AND q.id = r."introducedId")) ORDER BY r.at DESC, r.id), '[]')
                      FROM "Referral" r WHERE r."orgId" = p."orgId" AND r."introducerId" = p.id),
      'named', (SELECT coalesce(json_agg(f.value ORDER BY f.id), '[]') FROM "Fact" f WHERE ${of("f")} AND f.label = ${namedOnPage} AND f."retractedAt" IS NULL
                   AND NOT EXISTS (SELECT FROM "Referral" r WHERE r."orgId" = p."orgId" AND r."introducerId" = p.id AND r.words = f.value)),
      'introducedBy', (SELECT coalesce(json_agg(json_build_object('id', q.id, 'name', q.name, 'at', r.at) ORDER BY r.at), '[]')
                         FROM "Referral" r JOIN "Prospect" q ON ${visibleTo(actor, "q")} AND q.id = r."introducerId"
                        WHERE r."orgId" = p."orgId" AND r."introducedId" = p.id)) AS moments
      FROM "Prospect" p WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND p."erasedAt" IS NULL`;
  return row ? Moments.parse(row.moments) : null;
}

/** Whom an introduction was to, by the name they are known by now; null where it is not one of this person's. */
export async function findIntroduced(actor: Actor, prospectId: string, referralId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ name: string }[]>`
    SELECT r.name FROM "Referral" r JOIN "Prospect" p ON p."orgId" = r."orgId" AND p.id = r."introducerId"
     WHERE ${visibleTo(actor, "p")} AND p.id = ${prospectId}::uuid AND r.id = ${referralId}::uuid`;
  return row?.name ?? null;
}
