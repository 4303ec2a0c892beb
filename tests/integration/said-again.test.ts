import { afterEach, describe, expect, test, vi } from "vitest";

import { POST as post } from "#app/preferences/[token]/data/ask/route.ts";
import { GET as show } from "#app/preferences/[token]/data/route.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db, pool } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { answerRequest } from "#lib/rights/answer-request.ts";
import { askFor } from "#lib/rights/ask-for.ts";
import { recordRequest } from "#lib/rights/record-request.ts";
import * as incoming from "#lib/rights/receive.ts";
import { HoldStopped, holdStopped } from "#lib/schedule/hold-stopped.ts";
import { aLink } from "#tests/factories/links.ts";
import { aWelcomePlan, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { day, later } from "#tests/factories/touches.ts";

// files share their modules: this one has its own
vi.hoisted(() => vi.resetModules());
vi.mock("#lib/rights/receive.ts", { spy: true });
afterEach(() => {
  vi.mocked(incoming.receive).mockReset();
  vi.restoreAllMocks();
});

const minute = 60_000;

async function aHouse() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const rep = await aMember(organisation);
  const prospect = await aProspect(rep);
  const token = await aLink(prospect);
  const guestAt = async (now: Date) => ({ ...(await openLink(token, now))!, now });
  return { organisation, rep, prospect, token, guestAt };
}

const stoppedAt = async ({ id }: { id: string }) => (await db.prospect.findFirstOrThrow({ where: { id } })).stoppedAt;

describe("the same wish again, after contact was allowed meanwhile", () => {
  const noCalls = { kind: "object", cameBy: "phone", words: "No contact at all" } as const;

  test("an objection stops anew, and is no second request (C4, GDPR Art. 21)", async () => {
    const { rep, prospect, guestAt } = await aHouse();
    const twin = await aProspect(rep, { email: prospect.email });
    const hear = (now: Date) => recordRequest(aContext(rep, now), { prospectId: prospect.id, ...noCalls });
    await hear(testNow);
    const yes = Choice.parse({ action: "save", channels: ["email"], rate: "any", hours: { when: "any" }, timeZone: "Europe/Lisbon" });
    expect(await choosePreferences(await guestAt(later(day)), yes)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await stoppedAt(prospect)).toBeNull();

    const second = later(2 * day);
    expect(await hear(second)).toMatchObject({ ok: true });
    expect(await hear(later(3 * day))).toMatchObject({ ok: true });
    expect(await stoppedAt(prospect)).not.toBeNull();
    expect(await db.consentEvent.count({ where: { prospectId: prospect.id, status: "objected", effectiveFrom: { gte: second } } })).toBe(1);
    // the other record of theirs has stood stopped all along
    expect(await db.consentEvent.count({ where: { prospectId: twin.id, status: "objected" } })).toBe(1);
    expect(await db.dataRequest.count({ where: { orgId: rep.orgId } })).toBe(1);
    expect(await db.event.findMany({ where: { orgId: rep.orgId, kind: "data-request.repeated" } })).toMatchObject([
      { prospectId: prospect.id, actorId: rep.userId, data: { asks: "object", cameBy: "phone" } },
    ]);
    const again = await plan(rep, aWelcomePlan(prospect.id, { at: later(9 * day) }));
    expect(again).toMatchObject({ problem: { code: "refused" } });
  });

  test("an erasure pressed again after the stop was undone stops anew", async () => {
    const { prospect, guestAt } = await aHouse();
    await askFor(await guestAt(testNow), { ask: "erase", sure: "yes" });
    const undone = await choosePreferences(await guestAt(later(minute)), Choice.parse({ action: "undo-stop" }));
    expect(undone).toMatchObject({ ok: true });
    expect(await stoppedAt(prospect)).toBeNull();

    const pressed = later(2 * minute);
    expect(await askFor(await guestAt(pressed), { ask: "erase", sure: "yes" })).toMatchObject({ ok: true, value: { isNew: false } });
    expect(await stoppedAt(prospect)).toEqual(pressed);
    expect(await db.notice.count({ where: { prospectId: prospect.id, kind: "stopped" } })).toBe(1);
  });
});

describe("who shares only the number of somebody who asked", () => {
  const shared = "+351912000001";

  async function aSharedNumber() {
    const { organisation, rep, guestAt, prospect } = await aHouse();
    await db.contactPoint.updateMany({ where: { prospectId: prospect.id, kind: "phone" }, data: { value: shared, normalised: shared } });
    const other = await aProspect(rep, { phone: shared });
    expect(await plan(rep, aWelcomePlan(other.id, { channel: "phone" }))).toMatchObject({ ok: true });
    return { organisation, rep, prospect, other, guestAt };
  }

  /** Does what was queued for the organisation, as the worker would. */
  async function work({ orgId }: Actor) {
    const { rows } = await pool.query<{ data: unknown }>(
      `SELECT data FROM pgboss.job WHERE name = 'hold-stopped' AND data->>'orgId' = $1`,
      [orgId],
    );
    for (const { data } of rows) await holdStopped(HoldStopped.parse(data), testNow);
  }

  const callOf = ({ id }: { id: string }) => db.followUp.findFirstOrThrow({ where: { prospectId: id } });

  test("is not rung up as planned, once the worker has looked (C4)", async () => {
    const { rep, other, guestAt } = await aSharedNumber();
    await askFor(await guestAt(testNow), { ask: "erase", sure: "yes" });
    expect(await callOf(other)).toMatchObject({ state: "scheduled" });
    await work(rep);
    expect(await callOf(other)).toMatchObject({ state: "held" });
  });

  test("nor after the person is erased and the number is kept as a mark alone", async () => {
    const { organisation, rep, prospect, other, guestAt } = await aSharedNumber();
    await askFor(await guestAt(testNow), { ask: "erase", sure: "yes" });
    await pool.query(`DELETE FROM pgboss.job WHERE name = 'hold-stopped' AND data->>'orgId' = $1`, [rep.orgId]);
    const { id: requestId } = await db.dataRequest.findFirstOrThrow({ where: { prospectId: prospect.id } });
    const admin = await aMember(organisation, { role: "admin" });
    expect(await answerRequest(aContext(admin, later(day / 2)), { requestId, as: "done", answer: "", sure: true, also: [] })).toMatchObject(
      { ok: true },
    );
    await work(rep);
    expect(await callOf(other)).toMatchObject({ state: "held" });
  });
});

describe("the form for what is asked", () => {
  const send = (token: string, fields: Record<string, string>) =>
    post(new Request(`http://127.0.0.1/preferences/${token}/data/ask`, { method: "POST", body: new URLSearchParams(fields) }), {
      params: Promise.resolve({ token }),
    });
  const see = async (token: string, { headers }: Response) =>
    (await show(new Request(new URL(headers.get("location")!, "http://127.0.0.1")), { params: Promise.resolve({ token }) })).text();

  test("says which form and field is wrong in the address, and nothing that was written (C8)", async () => {
    const { token } = await aHouse();
    const answer = await send(token, { ask: "correct", about: "My illness", right: "" });
    expect(answer.headers.get("location")).toMatch(/\/data\?problem=invalid&ask=correct&field=right#correct$/);
    expect(await see(token, answer)).toMatch(/<textarea[^>]*aria-invalid/);
    const other = await send(token, { ask: "my illness", about: "", right: "" });
    expect(decodeURIComponent(other.headers.get("location")!)).not.toContain("illness");
  });

  test("gives the page back with a plain sentence, whatever broke", async () => {
    const { token, prospect } = await aHouse();
    vi.mocked(incoming.receive).mockRejectedValue(new Error("broken"));
    vi.spyOn(console, "error").mockReturnValue();
    const answer = await send(token, { ask: "correct", about: "Name", right: "Ana" });
    expect(answer.status).toBe(303);
    expect(await see(token, answer)).toContain("nothing has changed");
    expect(await db.dataRequest.count({ where: { prospectId: prospect.id } })).toBe(0);
  });
});
