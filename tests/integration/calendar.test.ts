import { beforeEach, describe, expect, test } from "vitest";

import { GET } from "#app/calendar/[token]/feed.ics/route.ts";
import { deactivateMember } from "#lib/people/deactivate-member.ts";
import { moveToTeam } from "#lib/people/move-to-team.ts";
import { reactivateMember } from "#lib/people/reactivate-member.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newToken } from "#lib/platform/ids.ts";
import { makeCalendarLink } from "#lib/schedule/make-calendar-link.ts";
import { revokeCalendarLink } from "#lib/schedule/revoke-calendar-link.ts";
import { settleFollowUp } from "#lib/schedule/settle-follow-up.ts";
import { snoozeFollowUp } from "#lib/schedule/snooze-follow-up.ts";
import { aWelcomePlan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam } from "#tests/factories/records.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";

// the feed shows what is to come, so this is planned from the real now
const now = new Date();
const context = (actor: Actor) => aContext(actor, now);
/** Tuesday to Thursday morning of the next week but one, in Lisbon. */
function morning(weekday: number): Date {
  const at = new Date(now.getTime() + 7 * 86_400_000);
  at.setUTCDate(at.getUTCDate() + ((weekday + 7 - at.getUTCDay()) % 7));
  at.setUTCHours(10, 0, 0, 0);
  return at;
}

async function aLink(actor: Actor): Promise<string> {
  const made = await makeCalendarLink(context(actor));
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return made.value.path.split("/")[2]!;
}

const fetched = (token: string, headers: Record<string, string> = {}) =>
  GET(new Request(`https://crm.example.com/calendar/${token}/feed.ics`, { headers }), { params: Promise.resolve({ token }) });
const textOf = async (token: string) => (await (await fetched(token)).text()).replaceAll("\r\n ", "");

async function planned(actor: Actor, name: string, at = morning(2)): Promise<string> {
  const prospect = await aProspect(actor, { name });
  const plan = aWelcomePlan(prospect.id, { at });
  const outcome = await planFollowUp(context(actor), { plan, clientKey: crypto.randomUUID() });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.id;
}

beforeEach(() => db.rateLimit.deleteMany());

describe("a member's calendar", () => {
  test("shows their own follow-ups by a secret link: whom, how, when and why, and nothing else", async () => {
    const maya = await aMember(await anOrganisation());
    const colleague = await aMember({ id: maya.orgId }, { team: { id: maya.teamId } });
    const id = await planned(maya, "Ana Montenegro");
    await planned(colleague, "Somebody else’s");
    const token = await aLink(maya);
    const row = await db.calendarLink.findFirstOrThrow({ where: { orgId: maya.orgId, userId: maya.userId } });
    expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    const events = await db.event.findMany({ where: { orgId: maya.orgId, kind: "calendar-link.made" } });
    expect(events).toHaveLength(1);
    expect(JSON.stringify([row, events])).not.toContain(token);

    const answer = await fetched(token);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex, nofollow",
    });
    const text = await answer.text();
    expect(text).toContain("SUMMARY:E-mail: Ana Montenegro");
    expect(text).toContain(`UID:${id}@`);
    expect(text).not.toMatch(/Somebody else|No reply needed|cold rooms changed on Monday/);

    const again = await fetched(token, { "if-none-match": answer.headers.get("etag")! });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("tells a move by a higher sequence under the same id, and drops what is cancelled", async () => {
    const maya = await aMember(await anOrganisation());
    const id = await planned(maya, "Ana Montenegro");
    const token = await aLink(maya);
    expect(await textOf(token)).toMatch(new RegExp(`UID:${id}@[^]*SEQUENCE:0`));
    const until = morning(4);
    expect(await snoozeFollowUp(context(maya), { followUpId: id, until, clientKey: crypto.randomUUID() })).toMatchObject({ ok: true });
    const moved = await textOf(token);
    expect(moved).toMatch(new RegExp(`UID:${id}@[^]*SEQUENCE:1`));
    expect(moved).toContain(`DTSTART:${until.toISOString().slice(0, 10).replaceAll("-", "")}T100000Z`);
    await settleFollowUp(context(maya), { followUpId: id, as: "cancelled" });
    expect(await textOf(token)).not.toContain("VEVENT");
  });

  test("opens by the newest link alone, and by none once it is ended or its owner is", async () => {
    const organisation = await anOrganisation();
    const admin = await aMember(organisation, { role: "admin" });
    const maya = await aMember(organisation);
    const first = await aLink(maya);
    const second = await aLink(maya);
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
    expect(await revokeCalendarLink(context(maya))).toEqual({ ok: true, value: { ended: 1 } });
    expect(await revokeCalendarLink(context(maya))).toEqual({ ok: true, value: { ended: 0 } });
    expect((await fetched(second)).status).toBe(404);
    const undo = db.$executeRaw`UPDATE "CalendarLink" SET "revokedAt" = NULL WHERE "userId" = ${maya.userId}::uuid`;
    await expect(undo).rejects.toThrow("revoked for good");

    const third = await aLink(maya);
    await deactivateMember(context(admin), { userId: maya.userId });
    expect((await fetched(third)).status).toBe(404);
    await reactivateMember(context(admin), { userId: maya.userId });
    expect((await fetched(third)).status).toBe(404);
    expect((await fetched(await aLink(maya))).status).toBe(200);
  });

  test("shows nobody whom its owner may no longer see", async () => {
    const organisation = await anOrganisation();
    const maya = await aMember(organisation);
    const admin = await aMember(organisation, { role: "admin" });
    const elsewhere = await aTeam(organisation);
    const colleague = await aMember(organisation, { team: { id: maya.teamId } });
    const prospect = await aProspect(colleague, { name: "A colleague’s own" });
    const plan = aWelcomePlan(prospect.id, { at: morning(2) });
    expect(await planFollowUp(context(maya), { plan, clientKey: crypto.randomUUID() })).toMatchObject({ ok: true });
    const token = await aLink(maya);
    expect(await textOf(token)).toContain("A colleague’s own");
    await moveToTeam(context(admin), { userId: maya.userId, teamId: elsewhere.id });
    expect(await textOf(token)).not.toContain("A colleague’s own");
  });

  test("two made at once leave one that stands", async () => {
    const maya = await aMember(await anOrganisation());
    await Promise.all(Array.from({ length: 5 }, () => aLink(maya)));
    expect(await db.calendarLink.count({ where: { orgId: maya.orgId, revokedAt: null } })).toBe(1);
  });

  test("is not to be guessed, and not to be fetched all the time", async () => {
    const maya = await aMember(await anOrganisation());
    const token = await aLink(maya);
    for (const wrong of ["x", "%00", newToken(maya.orgId).token]) expect((await fetched(wrong)).status).toBe(404);
    const statuses: number[] = [];
    for (let i = 0; i < 61; i += 1) statuses.push((await fetched(token)).status);
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([60, 429]);
    const guessed: number[] = [];
    for (let i = 0; i < 31; i += 1) guessed.push((await fetched("guess")).status);
    expect(guessed.at(-1)).toBe(429);
  });
});
