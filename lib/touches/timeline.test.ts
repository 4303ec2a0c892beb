import { expect, test } from "vitest";

import type { ConsentStatus } from "#lib/consent/ledger.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { toEntry, type TouchData } from "#lib/touches/timeline.ts";

const at = new Date("2026-11-05T10:00:00Z");
const common = { id: "0192f0c1-0000-7000-8000-0000000000a1", at, by: "Maya Lindqvist", who: "Ana" };
const sent: TouchData = {
  ...{ byId: null, channel: "email", direction: "out", disposition: "sent", offerKind: "none", offerAssetId: null, offerText: null },
  ...{
    assetTitle: null,
    askSize: "none",
    body: null,
    theySaid: null,
    objection: null,
    objectionWords: null,
    correctsId: null,
    replacedById: null,
    createdAt: "2026-11-02T09:00:00Z",
    takenBackAt: null,
  },
};
const touch = (data: Partial<TouchData>) => toEntry({ ...common, source: "touch", data: { ...sent, ...data } });

test.each([
  [
    { offerKind: "asset", assetTitle: "Inspection findings 2026", askSize: "reply" },
    "E-mail: Inspection findings 2026",
    "Asked: a short reply.",
  ],
  [{ channel: "phone", disposition: "voicemail" }, "Phone: left a voicemail", null],
  [{ channel: "phone", disposition: "no_answer", offerKind: "news", offerText: "New rule" }, "Phone: New rule", "No answer."],
  [{ direction: "in", disposition: "thanked" }, "Ana thanked us", "By e-mail."],
  [
    { channel: "phone", disposition: "said_no", objection: "price" },
    "No, with an objection",
    "By phone. Objection: the price or the effort.",
  ],
] as const)("a touch reads as what it was (%#)", (data, title, text) => {
  expect(touch(data)).toMatchObject({ title, text });
});

test("their words stand as a quote, and a replaced touch says so and cannot be corrected again", () => {
  expect(touch({ direction: "in", disposition: "replied", theySaid: "Thank you." })).toMatchObject({ quote: "Thank you.", kind: "reply" });
  expect(touch({ replacedById: common.id })).toMatchObject({ kind: "replaced", told: null, text: "Corrected later; it no longer counts." });
  const takenBack = touch({ replacedById: common.id, takenBackAt: "2026-11-05T10:01:00Z" });
  expect(takenBack).toMatchObject({ kind: "replaced", told: null, text: "Taken back; it does not count." });
});

test("a refusal names the rule that refused; a hold says it was taken off", () => {
  const reasons = [
    { rule: "V1", severity: "rewrite", sentence: "It brings too little." },
    { rule: "C2", severity: "block", sentence: "She takes e-mail only." },
  ] satisfies Reason[];
  const data = {
    channel: "phone" as const,
    for: at.toISOString(),
    occasion: "planned",
    passed: false,
    rule: "C2",
    reasons,
    overrideReason: null,
  };
  expect(toEntry({ ...common, source: "decision", data })).toMatchObject({
    title: "Phone refused by the gate",
    text: "She takes e-mail only.",
    rule: "C2",
  });
  expect(toEntry({ ...common, source: "decision", data: { ...data, occasion: "preference" } })).toMatchObject({
    title: "Phone taken off the schedule",
  });
});

test("a stop reads as theirs, with their words where a rep noted them", () => {
  const lines = [{ channel: "any" as const, status: "objected" as const }];
  const data = { saidBy: "rep", evidence: "Please stop.", method: "call", lines } as const;
  expect(toEntry({ ...common, source: "consent", data: { ...data, lines } })).toMatchObject({
    title: "Ana asked us to stop all contact",
    quote: "Please stop.",
    rule: "C4",
  });
});

test("a choice of several channels is one entry that names each", () => {
  const line = (channel: Channel | "any", status: ConsentStatus) => ({ channel, status });
  const lines = [line("any", "terms"), line("email", "express"), line("mail", "withdrawn"), line("phone", "withdrawn")];
  const data = { saidBy: "person" as const, evidence: "link", method: "preference_link", lines };
  expect(toEntry({ ...common, source: "consent", data })).toMatchObject({
    title: "Ana chose how to be contacted",
    text: "Yes to e-mail. No to letters and calls. They said so themselves, on their own page.",
    quote: null,
  });
});
