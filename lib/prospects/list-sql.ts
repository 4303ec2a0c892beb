import "server-only";
import { dayLength } from "#lib/follow-up/clock.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { endsSoon as endsSoonDays } from "#lib/consent/legal-basis.ts";
import { instantKey, type Keyset } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { type ProspectSort, type ProspectState, silentDays } from "#lib/prospects/list.ts";
import { searchPatterns, searchWords } from "#lib/prospects/search-text.ts";
import { Prisma } from "#prisma/generated/client.ts";

// The parts of the list's one query, over "Prospect" as p. Each filter and order has an index that answers it.

const open = Prisma.sql`p."archivedAt" IS NULL AND p."nextAt" IS NULL AND p."stoppedAt" IS NULL`;
const todayOf = (actor: Actor, now: Date) => Prisma.sql`${dateOf(localDay(actor.timeZone, now))}::date`;

/** Nothing planned, and nothing said on either side for three weeks. All of it stands in one index, so that counting looks at no row. */
export const silent = (actor: Actor, now: Date) => Prisma.sql`
  ${open} AND ${silentSince(new Date(now.getTime() - silentDays * dayLength))} AND (p."pausedUntil" IS NULL OR p."pausedUntil" <= ${todayOf(actor, now)})`;

/** A day to call back that was named for later than this keeps somebody from being left alone. */
const heldBy = (actor: Actor, now: Date) => Prisma.sql`${dateOf(localDay(actor.timeZone, now) - silentDays)}::date`;

export function inState(state: ProspectState, actor: Actor, now: Date): Prisma.Sql {
  const onList = Prisma.sql`p."archivedAt" IS NULL`;
  const today = todayOf(actor, now);
  switch (state) {
    case "all":
      return onList;
    case "planned":
      return Prisma.sql`${onList} AND p."nextAt" IS NOT NULL`;
    case "unplanned":
      return open;
    case "no-step":
      return Prisma.sql`${open} AND ${withoutStep(today)}`;
    case "answered":
      return Prisma.sql`${open} AND p."lastInboundAt" IS NOT NULL AND (p."lastOutboundAt" IS NULL OR p."lastInboundAt" > p."lastOutboundAt")`;
    case "never-touched":
      return Prisma.sql`${onList} AND p."lastOutboundAt" IS NULL AND p."lastInboundAt" IS NULL`;
    case "left-alone":
      return Prisma.sql`${silent(actor, now)} AND ${unexplained(today)} AND ${noDayNamed(Prisma.sql`word."callBackOn" > ${heldBy(actor, now)}`)}`;
    case "ends-soon":
      return Prisma.sql`${onList} AND p."stoppedAt" IS NULL AND p.id IN (${endsSoon(actor, now)})`;
    case "paused":
      return Prisma.sql`${onList} AND p."pausedUntil" > ${today}`;
    case "stopped":
      return Prisma.sql`${onList} AND p."stoppedAt" IS NOT NULL`;
    case "archived":
      return Prisma.sql`p."archivedAt" IS NOT NULL AND p."erasedAt" IS NULL AND p."mergedIntoId" IS NULL`;
  }
}

/** Nothing planned, held or agreed to come next, and nothing that says why: no reason, no reading of their silence, no pause, no day to come back (D8). */
const withoutStep = (today: Prisma.Sql) => Prisma.sql`(p."pausedUntil" IS NULL OR p."pausedUntil" <= ${today})
    AND ${none("NextStep", Prisma.sql`x."settledAt" IS NULL`)} AND ${noneHeld} AND ${unexplained(today)}
    AND coalesce((SELECT v."callBackOn" <= ${today} FROM "CommunicationPreference" v WHERE v."orgId" = p."orgId" AND v."prospectId" = p.id
                   ORDER BY v.version DESC LIMIT 1), true)`;

/** Nobody said why nothing comes next, and nobody read their silence (D5, D8). */
export const unexplained = (today: Prisma.Sql) =>
  Prisma.sql`${none("NoStepReason", standing("until", today))} AND ${none("SilenceReading", standing("endsOn", today))}`;

/** Everyone who is not left alone though they are silent, as a list of ids: somebody said why or read their silence, or the terms in force name a day. They are few. */
export const accountedFor = (actor: Actor, now: Date) => {
  const those = (table: string, end: string) =>
    Prisma.sql`SELECT x."prospectId" FROM ${Prisma.raw(`"${table}"`)} x WHERE x."orgId" = ${actor.orgId}::uuid AND ${standing(end, todayOf(actor, now))}`;
  return Prisma.sql`${those("NoStepReason", "until")} UNION ${those("SilenceReading", "endsOn")} UNION
    SELECT v."prospectId" FROM "CommunicationPreference" v WHERE v."orgId" = ${actor.orgId}::uuid AND v."callBackOn" > ${heldBy(actor, now)} AND NOT EXISTS (
      SELECT FROM "CommunicationPreference" later WHERE later."orgId" = v."orgId" AND later."prospectId" = v."prospectId" AND later.version > v.version)`;
};

const standing = (end: string, today: Prisma.Sql) => Prisma.sql`x."endedAt" IS NULL AND x.${Prisma.raw(`"${end}"`)} > ${today}`;

/** Unless the terms in force name a day to call back, and `where` is true of it, as `word` (C7). */
export const noDayNamed = (where: Prisma.Sql) => Prisma.sql`NOT EXISTS (
  SELECT FROM (SELECT v."callBackOn" FROM "CommunicationPreference" v WHERE v."orgId" = p."orgId" AND v."prospectId" = p.id ORDER BY v.version DESC LIMIT 1) word
   WHERE word."callBackOn" IS NOT NULL AND ${where})`;

const silentSince = (since: Date) =>
  Prisma.sql`p."lastOutboundAt" < ${since}::timestamptz AND (p."lastInboundAt" IS NULL OR p."lastInboundAt" < ${since}::timestamptz)`;

const none = (table: string, more: Prisma.Sql) =>
  Prisma.sql`NOT EXISTS (SELECT FROM ${Prisma.raw(`"${table}"`)} x WHERE x."orgId" = p."orgId" AND x."prospectId" = p.id AND ${more})`;

/** No plan with them waits to be mended. */
export const noneHeld = none("FollowUp", Prisma.sql`x.state = 'held'`);

/** Whose basis for a channel ends within thirty days, with none beside it that lasts (C9). */
const endsSoon = ({ orgId }: Actor, now: Date) => Prisma.sql`
  SELECT e."prospectId" FROM "ConsentEvent" e
   WHERE e."orgId" = ${orgId}::uuid AND e."effectiveTo" > ${now} AND e."effectiveTo" <= ${soon(now)} AND ${agreement("e")}
     AND NOT EXISTS (SELECT FROM "ConsentEvent" more WHERE more."orgId" = e."orgId" AND more."prospectId" = e."prospectId" AND more.channel IN (e.channel, 'any')
                        AND more."effectiveFrom" <= ${now} AND (more."effectiveTo" IS NULL OR more."effectiveTo" > ${soon(now)}) AND ${agreement("more")})`;

const soon = (now: Date) => new Date(now.getTime() + endsSoonDays * dayLength);
const agreement = (alias: string) =>
  Prisma.sql`${Prisma.raw(alias)}.status IN ('express', 'soft_opt_in', 'implied', 'legitimate_interest')`;

export const ownedBy = (owner: string, actor: Actor) =>
  owner ? [Prisma.sql`p."ownerId" = ${owner === "me" ? actor.userId : owner}::uuid`] : [];

/** Every word of the query stands somewhere in name, company or e-mail; the trigram index finds it. */
export function matching(q: string): Prisma.Sql[] {
  return searchWords(q).map((word) => {
    const patterns = searchPatterns(word).map((pattern) => Prisma.sql`p."searchText" LIKE ${pattern}`);
    return Prisma.sql`(${Prisma.join(patterns, " OR ")})`;
  });
}

export const keyOf = (sort: ProspectSort): Prisma.Sql =>
  ({
    name: Prisma.sql`left(p."searchText", 100)`,
    next: Prisma.sql`to_char(p."nextAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    recent: Prisma.sql`NULL::text`,
  })[sort];

export function rowOrder(sort: ProspectSort, back: boolean): Prisma.Sql {
  const [up, down] = back ? [Prisma.sql`DESC`, Prisma.sql`ASC`] : [Prisma.sql`ASC`, Prisma.sql`DESC`];
  if (sort === "recent") return Prisma.sql`p.id ${down}`;
  if (sort === "name") return Prisma.sql`left(p."searchText", 100) ${up}, p.id ${up}`;
  return Prisma.sql`p."nextAt" ${up} ${back ? Prisma.sql`NULLS FIRST` : Prisma.sql`NULLS LAST`}, p.id ${up}`;
}

type Part = { after: Prisma.Sql; order: Prisma.Sql };

/** The stretches of an index that hold the page, in reading direction. By next date there are two: those with one, then those without. */
export function inOrder(sort: ProspectSort, cursor: Keyset | null): Part[] {
  const back = cursor?.back ?? false;
  const beyond = back ? Prisma.sql`<` : Prisma.sql`>`;
  const up = back ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  if (sort === "recent") {
    const after = cursor ? Prisma.sql`p.id ${back ? Prisma.sql`>` : Prisma.sql`<`} ${cursor.id}::uuid` : Prisma.sql`true`;
    return [{ after, order: rowOrder(sort, back) }];
  }
  if (sort === "name") {
    const after = cursor
      ? Prisma.sql`(left(p."searchText", 100), p.id) ${beyond} (${cursor.key ?? ""}, ${cursor.id}::uuid)`
      : Prisma.sql`true`;
    return [{ after, order: rowOrder(sort, back) }];
  }
  const instant = cursor && instantKey(cursor.key) ? new Date(cursor.key!) : null;
  const dated = { after: Prisma.sql`p."nextAt" IS NOT NULL`, order: Prisma.sql`p."nextAt" ${up}, p.id ${up}` };
  const open = { after: Prisma.sql`p."nextAt" IS NULL`, order: Prisma.sql`p.id ${up}` };
  if (!cursor) return [dated, open];
  const here = instant
    ? { after: Prisma.sql`(p."nextAt", p.id) ${beyond} (${instant}::timestamptz, ${cursor.id}::uuid)`, order: dated.order }
    : { after: Prisma.sql`p."nextAt" IS NULL AND p.id ${beyond} ${cursor.id}::uuid`, order: open.order };
  if (instant) return back ? [here] : [here, open];
  return back ? [here, dated] : [here];
}
