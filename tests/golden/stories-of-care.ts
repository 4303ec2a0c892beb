import { aReply, aTouch, daysFromNow as on, factId } from "#tests/factories/dossier.ts";
import { aFact, aLine, chose, given, ledger, nothing, offers, person } from "#tests/golden/case.ts";
import type { Story } from "#tests/golden/story.ts";

const street = aFact({ id: factId, label: "Pump certificate runs out", value: "Certificate 4711", on: "2026-11-20" });
const warns = {
  urgentFactId: factId,
  ask: "none",
  offer: offers("news", "The certificate runs out on 20 November"),
  helps: "It keeps Munster Wells from running pumps without a certificate",
  draft: "",
} as const;

/** seeds/004: a friend does not see the hole in the street. */
export const hole: Story = {
  title: "The hole in the street",
  dossier: { facts: [street], touches: [aTouch(on(-1, 10))] },
  steps: [
    {
      name: "an ordinary word would wait, for we spoke yesterday",
      on: on(0),
      plan: { ...warns, urgentFactId: null, at: on(0, 10) },
      then: { kind: "reschedule", demands: ["D1"], saysNot: ["V9"] },
    },
    {
      name: "the warning may come at once",
      on: on(0),
      plan: { ...warns, at: on(0, 10) },
      then: { kind: "allow", demands: [], says: ["V9"], headline: "Welcome", nextAllowedAt: "2026-11-02T10:00" },
    },
    {
      name: "once told, the usual rhythm holds again",
      on: on(1),
      happened: [aTouch(on(0, 10), { offer: given("news", warns.offer.text), value: 60 })],
      known: { facts: [{ ...street, told: true }] },
      plan: { ...warns, at: on(1, 10), offer: offers("news", "Which inspectors can come before that day") },
      then: { kind: "reschedule", demands: ["D1"], says: ["V9"] },
    },
    {
      name: "for one's own pocketbook it is harassment",
      on: on(1),
      plan: {
        ...warns,
        at: on(7, 10),
        offer: offers("news", "Two inspectors who are free"),
        helps: "We need this deal before our quarter ends",
      },
      then: { kind: "rewrite", demands: ["V5"], remedy: { do: "say-why-it-helps" } },
    },
    {
      name: "and whoever asked us to stop is not wrestled to the ground",
      on: on(1),
      known: { ledger: ledger(aLine("objected")), touches: [] },
      plan: { ...warns, at: on(1, 10) },
      then: { kind: "block", demands: ["C4"], nextAllowedAt: null },
    },
  ],
};

/** seeds/001, a reader's letter: the man who looked after copiers, and sold nearly none of them himself. */
export const copier: Story = {
  title: "The copier visits",
  dossier: {
    person: person({ relationship: "customer" }),
    terms: chose({}),
    touches: [
      aTouch(on(-40), { channel: "meeting", disposition: "thanked", offer: given("sample", "A ream of the heavier paper"), ask: "none" }),
      aTouch(on(-14, 8), {
        channel: "meeting",
        disposition: "conversation",
        offer: given("resource", "A service call put in"),
        ask: "none",
      }),
    ],
  },
  steps: [
    {
      name: "the new rep asks why he does not ring up and close",
      on: on(0),
      plan: { at: on(1, 10), channel: "phone", ask: "commitment", offer: nothing, helps: "", draft: "" },
      then: { kind: "rewrite", demands: ["V2", "V5"], state: "customer" },
    },
    {
      name: "the same ream again is no news",
      on: on(6),
      plan: { at: on(7, 9), channel: "meeting", ask: "none", offer: offers("sample", "Another ream of the heavier paper"), draft: "" },
      then: { kind: "rewrite", demands: ["V3"] },
    },
    {
      name: "he checks the machine, brings a sample they have not seen, and asks nothing",
      on: on(6),
      plan: { at: on(7, 9), channel: "meeting", ask: "none", offer: offers("sample", "The stapling unit their neighbours use"), draft: "" },
      then: { kind: "allow", demands: [], brings: ["a sample", "they welcomed such before"], headline: "Welcome" },
    },
    {
      name: "“I am ready, can you come today?” – and he comes",
      on: on(9, 10),
      happened: [
        aTouch(on(7, 9), {
          channel: "meeting",
          disposition: "conversation",
          offer: given("sample", "The stapling unit their neighbours use"),
          ask: "none",
        }),
        aReply(on(9), "I am ready, can you come over today?", { channel: "phone", disposition: "inquired" }),
      ],
      plan: {
        at: on(9, 15),
        channel: "phone",
        ask: "meeting",
        offer: offers("requested", "The machine they asked about, today"),
        draft: "",
      },
      then: { kind: "allow", demands: [], askedFor: "they await your answer", headline: "Welcome" },
    },
    {
      name: "later he asks a contented customer for a name, and brings one himself",
      on: on(50),
      happened: [aTouch(on(9, 15), { channel: "meeting", disposition: "interested", ask: "none" }), aTouch(on(9, 16), { ask: "none" })],
      plan: { at: on(50, 10), offer: offers("introduction", "A plant manager in Limerick with the same machine"), draft: "" },
      then: { kind: "allow", demands: [], state: "customer", brings: ["an introduction"] },
    },
  ],
};
