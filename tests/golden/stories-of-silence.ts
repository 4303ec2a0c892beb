import { anAsset, aReply, aTouch, daysFromNow as on, objectionId } from "#tests/factories/dossier.ts";
import { aFact, aNo, given, nothing, offers, person, theCostSheet } from "#tests/golden/case.ts";
import type { Story } from "#tests/golden/story.ts";

/** seeds/003: somebody who talked with us goes quiet. */
export const ghost: Story = {
  title: "The ghost",
  dossier: {
    touches: [aReply(on(-40), "The standstill in Cork costs us a shift a week"), aTouch(on(-30)), aTouch(on(-18))],
  },
  steps: [
    {
      name: "“hope you're okay, haven't heard from you” brings nothing and blames",
      on: on(0),
      plan: { at: on(0, 10), offer: nothing, helps: "", draft: "Hope you're okay, haven't heard from you." },
      then: {
        kind: "rewrite",
        demands: ["V2", "V5", "L2"],
        says: ["D5"],
        state: "ghosted",
        remedy: { do: "attach", title: "Pump audit checklist" },
      },
    },
    {
      name: "telling them how many voicemails they have had does not help",
      on: on(0),
      plan: { at: on(0, 10), draft: "Jill, I've left you several voicemails and am following up." },
      then: { kind: "rewrite", demands: ["L1"], says: ["D5"], remedy: { do: "cut", from: 6, to: 38 } },
    },
    {
      name: "a point they agreed was important, and something new for it, asked for nothing",
      on: on(0),
      plan: {
        at: on(0, 10),
        ask: "none",
        helps: "Munster Wells said the standstill in Cork costs us a shift a week; this list finds the pump that causes it",
      },
      then: { kind: "allow", demands: [], brings: ["their own words", "new to them"], says: ["D5"] },
    },
    {
      name: "two days later the next thing is too soon",
      on: on(2),
      happened: [aTouch(on(0, 10), { offer: given("asset"), ask: "none", value: 77 })],
      known: { assets: [anAsset({ sharedAt: on(0, 10) }), theCostSheet] },
      plan: { at: on(2, 10), ask: "none", offer: { kind: "asset", assetId: theCostSheet.id, text: "" } },
      then: { kind: "reschedule", demands: ["D1"], state: "ghosted" },
    },
    {
      name: "a couple of weeks later it is welcome",
      on: on(17),
      plan: { at: on(17, 10), ask: "none", offer: { kind: "asset", assetId: theCostSheet.id, text: "" } },
      then: { kind: "allow", demands: [], says: ["D5"] },
    },
    {
      name: "they were swamped; their question is answered the same day",
      on: on(19, 10),
      happened: [
        aTouch(on(17, 10), { offer: given("asset"), ask: "none", value: 70 }),
        aReply(on(19), "We were swamped. Does the list cover submersible pumps?", { disposition: "asked_question" }),
      ],
      plan: { at: on(19, 11), offer: offers("answer", "Submersible pumps are on page four"), draft: "" },
      then: { kind: "allow", demands: [], state: "warm", askedFor: "they await your answer", brings: ["answers their question"] },
    },
  ],
};

/** seeds/003: "not interested" by mail in 2015; two months later a partner. */
export const earlyNo: Story = {
  title: "The early no",
  dossier: {
    touches: [
      aTouch(on(-2), { offer: given("news", "What we do for plants like yours") }),
      aReply(on(-1), "Not interested", { disposition: "said_no" }),
    ],
    objections: [aNo(on(-1), { words: "Not interested" })],
    facts: [aFact({ id: "talk", label: "Goal", value: "Fewer standstills before the Limerick site opens" })],
  },
  steps: [
    {
      name: "the next mail of a sequence, as if nothing had been said",
      on: on(0),
      plan: { at: on(0, 11), offer: offers("news", "Three more things we do for plants") },
      then: { kind: "reschedule", demands: ["C5", "C6"], state: "soft_no", nextAllowedAt: "2026-12-01" },
    },
    {
      name: "one considered reply at once: why thirty minutes are worth his while",
      on: on(0),
      plan: {
        at: on(0, 11),
        ask: "meeting",
        offer: offers("answer", "What half an hour would go through, point by point"),
        helps: "With Limerick opening, fewer standstills is what Munster Wells told us it wants",
        answersObjectionId: objectionId,
      },
      then: { kind: "allow", demands: [], brings: ["answers their objection", "serves a goal of theirs"], headline: "Welcome" },
    },
    {
      name: "and the same by telephone is a second one",
      on: on(0),
      plan: { at: on(0, 11), channel: "phone", answersObjectionId: objectionId },
      then: { kind: "reschedule", demands: ["C5"] },
    },
    {
      name: "after the one reply his no stands",
      on: on(3),
      happened: [
        aTouch(on(0, 11), { ask: "meeting", offer: given("answer", "What half an hour would go through, point by point"), value: 80 }),
      ],
      plan: { at: on(3, 11), answersObjectionId: objectionId },
      then: { kind: "reschedule", demands: ["C5"] },
    },
    {
      name: "he writes back and takes the meeting, and the no is answered",
      on: on(4, 10),
      happened: [aReply(on(4), "All right, half an hour. Which day?", { disposition: "asked_question" })],
      plan: { at: on(4, 11), ask: "meeting", offer: offers("answer", "Two days next week to choose from"), draft: "" },
      then: { kind: "allow", demands: [], state: "warm", askedFor: "they await your answer" },
    },
    {
      name: "two months later a partner, with a partner's rhythm",
      on: on(65),
      happened: [aTouch(on(4, 11)), aTouch(on(10), { channel: "meeting", disposition: "interested", ask: "none" })],
      known: { person: person({ relationship: "customer" }) },
      plan: { at: on(65, 10), ask: "none" },
      then: { kind: "allow", demands: [], state: "customer", headline: "Welcome" },
    },
  ],
};
