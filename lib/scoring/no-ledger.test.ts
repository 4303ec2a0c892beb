import { expect, test } from "vitest";

import type { Dossier } from "#lib/scoring/dossier.ts";
import { consideredReply, noLedger } from "#lib/scoring/no-ledger.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";
import { aDossier, aPlan, aReply, aTouch, daysFromNow, now, objectionId, policy } from "#tests/factories/dossier.ts";
import { aNo } from "#tests/golden/case.ts";

const id = aPlan().prospectId;
const saidNo = (day: number) => aReply(daysFromNow(day), "Not interested, thanks", { disposition: "said_no" });
const early = aDossier({ touches: [aTouch(daysFromNow(-2)), saidNo(-1)], objections: [aNo(daysFromNow(-1))] });
const ledger = (over: Partial<Dossier>) => noLedger(id, { ...early, ...over }, policy, now);

test("C5: an early no has one considered reply to come, and it passes as it is filled in", () => {
  expect(ledger({})).toMatchObject({ standing: 1, of: 3, next: { do: "reply", no: { id: objectionId } } });
  const reply = consideredReply(id, objectionId, early, policy, now)!;
  expect(reply).toMatchObject({ channel: "email", answersObjectionId: objectionId });
  expect(scoreFollowUp(reply, early, policy, now).kind).toBe("allow");
});

test("C5: with nothing on the shelf the reply still answers the same no, by the way it came", () => {
  const bare = { ...early, assets: [], objections: [aNo(daysFromNow(-1), { channel: "phone" })] };
  expect(consideredReply(id, objectionId, bare, policy, now)).toMatchObject({ channel: "phone", answersObjectionId: objectionId });
  expect(consideredReply(id, "another", bare, policy, now)).toBeNull();
});

test("C6: once answered the no stands, and what is left is a kind close after its rest", () => {
  const replied = ledger({ touches: [...early.touches, aTouch(daysFromNow(0, 8))] });
  expect(replied).toMatchObject({ standing: 1, next: { do: "close", mayBePlanned: true, plan: { ask: "none" } } });
  expect(replied.next).toMatchObject({ until: expect.toSatisfy((at: Date) => at.toISOString().startsWith("2027-01")) as Date });
});

test("C6: three noes or a final one are the end; nothing can be planned for a year", () => {
  const three = ledger({
    touches: [saidNo(-95), saidNo(-65), saidNo(-35)],
    objections: [aNo(daysFromNow(-95), { id: "a" }), aNo(daysFromNow(-65), { id: "b" }), aNo(daysFromNow(-35))],
  });
  const year = expect.toSatisfy((at: Date) => at.toISOString().startsWith("2027")) as Date;
  expect(three).toMatchObject({ standing: 3, next: { do: "close", mayBePlanned: false, until: year } });
  expect(ledger({ objections: [aNo(daysFromNow(-1), { kind: "final" })] })).toMatchObject({ next: { do: "close", mayBePlanned: false } });
});

test("a no they warmed from stays in the ledger and asks for nothing", () => {
  const warmed = ledger({ touches: [...early.touches, aReply(daysFromNow(0, 8), "What would it cost?", { disposition: "interested" })] });
  expect(warmed).toMatchObject({ standing: 0, next: null, noes: [{ answered: true }] });
});
