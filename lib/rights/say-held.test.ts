import { expect, test } from "vitest";

import { Spoken } from "#lib/follow-up/spoken.ts";
import { Held } from "#lib/rights/held.ts";
import { heldFiles } from "#lib/rights/held-file.ts";
import { sayHeld, sayRequests } from "#lib/rights/say-held.ts";

const at = "2026-05-03T21:30:00Z";
const held = Held.parse({
  organisation: "Aldermoor",
  contact: "Maya Lindqvist",
  person: {
    ...{ name: "Ana", givenName: null, familyName: null, jobTitle: null, company: "Vilar", country: "PT", region: null, timeZone: null },
    ...{ language: null, subscriberKind: "corporate", source: null, relationship: "inbound", knownSince: at },
  },
  addresses: [{ kind: "email", value: "ana@vilar.example", inUse: false, since: at }],
  facts: [{ label: "Freezers", value: "-80 °C", origin: "told_us", onDay: "2026-11-30", since: at }],
  assessment: { stake: "high", decisionOn: "2026-12-01", at },
  touches: Array.from({ length: 32 }, () => ({
    ...{ at, channel: "email", direction: "out", disposition: "sent" },
    offer: "news",
    offered: "Annex 11",
    youSaid: null,
  })),
  reactions: [{ at, title: "Annex 11", reaction: "not_useful", saidBy: "person" }],
  objections: [{ at, kind: "timing", words: "Not before the audit" }],
  notes: [
    { at, kind: "personal", words: null },
    { at, kind: "named", words: "Rui Tavares" },
  ],
  steps: [
    {
      ...{ what: "The auditor's list", owedBy: "them", dueOn: "2026-06-10", since: at, settledAs: null },
      ...{ confirmed: true, correction: "I send it in July" },
    },
  ],
  planned: [{ channel: "email", on: "2026-06-20", offer: "news", state: "held" }],
  mails: [{ kind: "preference-link", at, state: "dropped" }],
  consent: [
    {
      at,
      channel: "any",
      status: "paused",
      basis: null,
      saidBy: "person",
      method: "preference_link",
      wording: null,
      until: "2026-06-02T22:00:00Z",
    },
  ],
  terms: [
    {
      ...{ version: 1, at, saidBy: "person", channels: ["email"], maxTouches: 1, maxPer: "month", days: [1], fromHour: 8, toHour: 12 },
      ...{ timeZone: "Europe/Lisbon", topics: ["audits"], refusedTopics: ["prices"], language: "de", bridge: 2 },
      ...{ pausedUntil: "2026-06-03", callBackOn: "2026-09-01", stopped: false },
    },
  ],
  decisions: [{ at, channel: "phone", plannedFor: at, allowed: false, rule: "D1" }],
  requests: [
    {
      ...{ kind: "correct", state: "refused", about: "Name", words: "Anna", receivedAt: at, dueOn: "2026-06-03", extendedBecause: null },
      ...{ answeredAt: at, ground: "right-already", answer: "It is Ana." },
    },
  ],
});

test("days are theirs: what was late in Lisbon is the next day in Warsaw", () => {
  expect(sayHeld(held, "en", "Europe/Lisbon").find(({ part }) => part === "consent")!.lines[0]!.what).toBe("3 May 2026");
  expect(sayHeld(held, "en", "Europe/Helsinki").find(({ part }) => part === "consent")!.lines[0]!.what).toBe("4 May 2026");
});

test("a plan that was not allowed is told with its reason, in words and without a score", () => {
  const [line] = sayHeld(held, "en", "UTC").find(({ part }) => part === "decisions")!.lines;
  expect(line!.value).toBe("Phone, planned for 3 May 2026: not allowed; it would have been too soon, or too often");
});

test.each(Spoken.options)("%s: every part is told, nothing is left unsaid, the oldest are counted", (language) => {
  const parts = sayHeld(held, language, "UTC");
  expect(parts.map(({ lines }) => lines.length)).toEqual([8, 1, 1, 30, 1, 1, 2, 1, 1, 1, 1, 1, 1]);
  expect(parts.find(({ part }) => part === "touches")!.older).toBe(2);
  const told = JSON.stringify([parts, sayRequests(held, language, "UTC")]);
  expect(told).not.toMatch(/undefined|null|NaN|\[object/);
  expect(told).toContain("It is Ana.");
  expect(told).toContain("Portugal");
  for (const word of [
    "Not before the audit",
    "The auditor's list",
    "I send it in July",
    "Rui Tavares",
    "audits",
    "prices",
    "Europe/Lisbon",
  ])
    expect(told).toContain(word);
});

test("the file for a spreadsheet says what the file for a computer says, formulas neutralised", () => {
  const csv = heldFiles["my-data.csv"].write(held);
  expect(csv.startsWith("\uFEFFpart,what,value,source,date\r\n")).toBe(true);
  expect(csv).toContain(`fact,Freezers,"'-80 °C; 2026-11-30",told_us,2026-05-03`);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(1 + 4 + 1 + 1 + 1 + 32 + 7 + 1 + 1 + 1 + 1);
  expect(JSON.parse(heldFiles["my-data.json"].write(held))).toMatchObject({ person: { name: "Ana" } });
});
