import { anAsset, aReply, aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { aFact, aLine, assessed, chose, given, ledger, nothing, offers, theCostSheet } from "#tests/golden/case.ts";
import type { Story } from "#tests/golden/story.ts";

const aCall = (day: number, text: string | null = null) =>
  aTouch(on(day, 10), {
    channel: "phone",
    disposition: "voicemail",
    offer: text ? given("news", text) : given("none"),
    value: text ? 60 : null,
  });
const calls = (day: number, text: string) => ({ at: on(day, 10), channel: "phone" as const, offer: offers("news", text), draft: "" });

/** seeds/002: the interested prospect of a trade show, called twice, a week apart. */
export const tradeShow: Story = {
  title: "The trade show",
  dossier: {
    assessment: assessed({ fit: 90, stake: "high", homework: "researched" }),
    facts: [aFact({ id: "show", label: "Cares about", value: "Standstills at the Cork plant, as said at the show" })],
  },
  steps: [
    {
      name: "a week after the first call, a second one is no hounding",
      on: on(-7),
      happened: [aCall(-14)],
      plan: { ...calls(-7, "A neighbour halved its standstills"), ask: "reply" },
      then: { kind: "allow", demands: [], headline: "Welcome", budget: [1, 11] },
    },
    {
      name: "to leave it at two calls is to give up too soon",
      on: on(14),
      happened: [aCall(-7, "A neighbour halved its standstills")],
      plan: { at: on(14, 10), offer: nothing, helps: "", draft: "" },
      then: { kind: "rewrite", demands: ["V2", "V5"], says: ["D3", "D4"], givenUp: true },
    },
    {
      name: "criticising them for not calling back is what pushy looks like",
      on: on(14),
      plan: { at: on(14, 10), draft: "Jill, I am disappointed that you did not call me back." },
      then: { kind: "rewrite", demands: ["L2"], says: ["D3"] },
    },
    {
      name: "the active plan: an e-mail with something for her plant",
      on: on(14),
      plan: { at: on(14, 10), helps: "Shows which pumps cause the standstills at the Cork plant, as she said at the show" },
      then: {
        kind: "allow",
        demands: [],
        says: ["D3", "D4"],
        headline: "Welcome, and overdue",
        budget: [2, 11],
        brings: ["serves a goal of theirs"],
      },
    },
    {
      name: "then a call, prepared for the voicemail",
      on: on(21),
      happened: [aTouch(on(14, 10), { offer: given("asset"), value: 80 })],
      plan: { ...calls(21, "The audit rule that changed in October"), ask: "reply" },
      then: { kind: "allow", demands: [], says: ["P3"], givenUp: false },
    },
    {
      name: "a second call",
      on: on(28),
      happened: [aCall(21, "The audit rule that changed in October")],
      plan: { ...calls(28, "Spare parts nearby, in Limerick"), ask: "reply" },
      then: { kind: "allow", demands: [], budget: [4, 11] },
    },
    {
      name: "a third",
      on: on(38),
      happened: [aCall(28, "Spare parts nearby, in Limerick")],
      plan: { ...calls(38, "Drawings of the older valves"), ask: "reply" },
      then: { kind: "allow", demands: [], budget: [5, 11] },
    },
    {
      name: "and the fourth, which won the meeting",
      on: on(50),
      happened: [aCall(38, "Drawings of the older valves")],
      plan: { ...calls(50, "The list inspectors go by"), ask: "reply" },
      then: { kind: "allow", demands: [], budget: [6, 11] },
    },
    {
      name: "she takes the meeting; asking for one is no longer much",
      on: on(52),
      happened: [
        aTouch(on(50, 10), { channel: "phone", disposition: "interested", value: 60, theySaid: "I respect how well prepared you came" }),
      ],
      plan: {
        at: on(53, 10),
        ask: "meeting",
        offer: offers("requested", "Three times for a meeting in Cork"),
        helps: "Goes on from how well prepared you came to the standstills",
        draft: "",
      },
      then: { kind: "allow", demands: [], state: "warm", saysNot: ["G2"], brings: ["their own words"] },
    },
  ],
};

const letUsBe = chose({ saidOn: on(1), pausedUntil: "2026-12-01" });

/** seeds/001: "I appreciate you, but I need you to chill for a beat. Tell your bosses to take it easy." */
export const chill: Story = {
  title: "Chill for a beat",
  dossier: {
    hasOpenDeal: true,
    touches: [
      aReply(on(-10), "We are still comparing"),
      aTouch(on(-6)),
      aTouch(on(-4), { channel: "phone", disposition: "conversation" }),
      aTouch(on(0, 8)),
    ],
  },
  steps: [
    {
      name: "to stay front of mind is no reason to ask again on the same day",
      on: on(0),
      plan: { at: on(0, 15), offer: nothing, helps: "Keeps us front of mind with them", draft: "Have you decided yet?" },
      then: { kind: "reschedule", demands: ["D1", "V2"], state: "opportunity" },
    },
    {
      name: "once she said it, even a gift waits for her day",
      on: on(2),
      happened: [aReply(on(1), "I appreciate you, but chill for a beat", { disposition: "asked_to_pause" })],
      known: { terms: letUsBe, ledger: ledger(aLine("paused", { effectiveFrom: on(1) })) },
      plan: { at: on(2, 10), ask: "none" },
      then: { kind: "reschedule", demands: ["C3"], headline: "Too soon – from Tue 1 Dec", nextAllowedAt: "2026-12-01T00:00" },
    },
    {
      name: "a colleague on the phone is one of us, too",
      on: on(2),
      plan: { at: on(3, 10), channel: "phone" },
      then: { kind: "reschedule", demands: ["C3"], nextAllowedAt: "2026-12-01T09:00" },
    },
    {
      name: "and her bosses' nudge passes the same gate",
      on: on(2),
      plan: { at: on(3, 10) },
      circumstances: { override: { reason: "The board wants a number" } },
      then: { kind: "reschedule", demands: ["C3"] },
    },
    {
      name: "on the day she named, something for her is welcome again",
      on: on(29),
      plan: { at: on(29, 10), ask: "none" },
      then: { kind: "allow", demands: [], headline: "Welcome, and overdue" },
    },
  ],
};

const inMay = chose({ saidOn: on(0), callBackOn: "2027-05-04" });
const gives = (day: number, text: string) => ({ at: on(day, 10), ask: "none" as const, offer: offers("invitation", text), draft: "" });
const gave = (day: number, text: string) => aTouch(on(day, 10), { offer: given("invitation", text), ask: "none", value: 60 });

/** seeds/003: "Call me back in six months." */
export const callMeLater: Story = {
  title: "Call me in six months",
  dossier: {
    touches: [aTouch(on(-2)), aReply(on(0, 8), "Call me back in six months", { disposition: "said_later" })],
    terms: inMay,
    ledger: ledger(aLine("call_back", { effectiveFrom: on(0, 8) })),
    assets: [anAsset(), theCostSheet],
  },
  steps: [
    {
      name: "a check-in in between is not what they meant",
      on: on(20),
      plan: { at: on(20, 10), offer: nothing, helps: "", draft: "Just checking in, Jill." },
      then: { kind: "reschedule", demands: ["C7", "V2", "L1"], nextAllowedAt: "2027-05-03T23:00" },
    },
    {
      name: "nor is a good thing with a meeting asked for it",
      on: on(20),
      plan: { at: on(20, 10), ask: "meeting" },
      then: { kind: "reschedule", demands: ["C7"], remedy: { do: "move" } },
    },
    {
      name: "an invitation that fits them, and nothing asked",
      on: on(30),
      plan: gives(30, "A webinar on the audit for plant managers"),
      then: { kind: "allow", demands: [], brings: ["an invitation"] },
    },
    {
      name: "another two weeks later is too many",
      on: on(44),
      happened: [gave(30, "A webinar on the audit for plant managers")],
      plan: gives(44, "The pump conference in Galway"),
      then: { kind: "reschedule", demands: ["C7"], nextAllowedAt: "2027-01-01T00:00" },
    },
    {
      name: "the second, well apart",
      on: on(80),
      plan: gives(80, "The pump conference in Galway"),
      then: { kind: "allow", demands: [] },
    },
    {
      name: "and the third",
      on: on(125),
      happened: [gave(80, "The pump conference in Galway")],
      plan: gives(125, "A visit to a plant like theirs"),
      then: { kind: "allow", demands: [] },
    },
    {
      name: "after three the next is the call itself",
      on: on(160),
      happened: [gave(125, "A visit to a plant like theirs")],
      plan: gives(160, "A round table of maintenance people"),
      then: { kind: "reschedule", demands: ["C7"], nextAllowedAt: "2027-05-03T23:00" },
    },
    {
      name: "on the day they named the call is made, and may ask",
      on: new Date("2027-05-04T08:00:00Z"),
      plan: {
        at: new Date("2027-05-04T09:30:00Z"),
        channel: "phone",
        ask: "call",
        offer: nothing,
        helps: "You asked me to call in May",
        draft: "",
      },
      then: { kind: "allow", demands: [], askedFor: "they asked for it today", headline: "Welcome" },
    },
  ],
};
