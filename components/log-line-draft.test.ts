import { expect, test } from "vitest";

import type { Draft } from "#components/log-draft.ts";
import { changeByHand, type Named, withLine } from "#components/log-line-draft.ts";
import { readLine } from "#lib/touches/read-line.ts";

const fresh: Draft = {
  ...{ prospect: null, channel: "", direction: "out", disposition: "", offerKind: "none", assetId: "", offerText: "", ask: "none" },
  ...{ theySaid: "", body: "", at: "", objectionKind: "", callBackOn: "", pausedUntil: "" },
  ...{ step: "", stepOwedBy: "us", stepDueOn: "", stepAgreed: false, nextAt: "", nextChannel: "", nextIsTheirs: false },
  ...{ line: "", lineAt: "", byHand: [], clientKey: "one" },
};
const context = { now: new Date("2026-11-27T13:30:00Z"), zone: "Europe/Amsterdam" };
const none: Named = { state: "none" };
const told = (line: string, before: Draft = fresh, named: Named = none, from: Draft = fresh) =>
  withLine({ ...before, line }, line ? readLine(line, context) : null, named, from);
const ana = { id: "a", name: "Ana Kovač" };
const ben = { id: "b", name: "Ben Ode" };

test("what the line says stands in the fields, and goes with it", () => {
  const shown = told("called Ana, vm, try Tue 10am, odd words");
  expect(shown).toMatchObject({
    channel: "phone",
    disposition: "voicemail",
    nextAt: "2026-12-01T10:00",
    nextChannel: "phone",
    body: "odd words",
  });
  expect(told("emailed Ana", shown)).toMatchObject({ channel: "email", disposition: "sent", nextAt: "", body: "" });
});

test("what is filled by hand stays, whatever the line says then", () => {
  const mended = changeByHand(told("called Ana, vm"), { disposition: "no_answer" });
  expect(told("called Ana, left a voicemail", mended)).toMatchObject({ disposition: "no_answer", channel: "phone" });
});

test("a channel chosen by hand takes an outcome with it that no longer fits", () => {
  const mended = changeByHand(told("called Ana, vm"), { channel: "email" });
  expect(mended).toMatchObject({ channel: "email", disposition: "" });
  expect(told("called Ana, vm", mended)).toMatchObject({ channel: "email", disposition: "" });
});

test("nobody is guessed: one bearer of the name is taken, several are left to choose from, an unknown name is a note", () => {
  expect(told("called Ana, vm", fresh, { state: "found", person: ana }).prospect).toEqual(ana);
  const open = { ...fresh, prospect: ben };
  expect(told("called Ana, vm", open, { state: "several" }, open).prospect).toBeNull();
  expect(told("called reception, vm", open, { state: "nobody" }, open)).toMatchObject({ prospect: ben });
  expect(told("called Zoe, vm", open, { state: "nobody" }, open)).toMatchObject({ prospect: ben, body: "Zoe" });
});
