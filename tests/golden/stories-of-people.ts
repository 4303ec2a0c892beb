import { anAsset, aReply, aTouch, daysFromNow as on, factId, objectionId } from "#tests/factories/dossier.ts";
import { aNo, chose, given, ledger, aLine, nothing, offers, person, theCostSheet } from "#tests/golden/case.ts";
import type { Story } from "#tests/golden/story.ts";

const anEvening = "An evening out for some water together";

/** seeds/000: Jack as "that guy". */
export const jack: Story = {
  title: "Jack, pushy",
  steps: [
    {
      name: "he asks her out of the blue, for a whole evening",
      on: on(0),
      plan: { at: on(0, 10), ask: "meeting", offer: offers("resource", anEvening), helps: "It would do her good to go out", draft: "" },
      then: { kind: "rewrite", demands: ["G2"], says: ["V7", "C1"], remedy: { do: "ask-less", ask: "resource" }, headline: "Bring more" },
    },
    {
      name: "turned down, he names another day: the same again is no answer to her no",
      on: on(2),
      happened: [
        aTouch(on(0, 10), { ask: "meeting", offer: given("resource", anEvening) }),
        aReply(on(1), "No, I have too much to do", { disposition: "said_no" }),
      ],
      known: { objections: [aNo(on(1), { words: "No, I have too much to do" })] },
      plan: { at: on(2, 10), ask: "meeting", offer: offers("resource", `${anEvening}, on Saturday`), draft: "Saturday then?" },
      then: { kind: "reschedule", demands: ["C5", "V3", "C6"], state: "soft_no", nextAllowedAt: "2026-12-03" },
    },
    {
      name: "a month later time alone has mended nothing",
      on: on(35),
      plan: { at: on(35, 10), ask: "meeting", offer: offers("resource", `${anEvening}, at another well`), draft: "" },
      then: { kind: "rewrite", demands: ["V3", "C6"], demandsNot: ["C5", "D1"] },
    },
    {
      name: "after her third no it is over, whatever he brings",
      on: on(45),
      happened: [
        aReply(on(37), "I said no", { disposition: "said_no" }),
        aReply(on(40), "No, and please accept it", { disposition: "said_no" }),
      ],
      known: { objections: [aNo(on(1), { id: "n1" }), aNo(on(37), { id: "n2" }), aNo(on(40), { id: objectionId })] },
      plan: { at: on(46, 10), answersObjectionId: objectionId },
      then: { kind: "block", demands: ["C6"], headline: "Not allowed", nextAllowedAt: "2027-12-12" },
    },
  ],
};

/** seeds/000: the same Jack, patient. */
export const patientJack: Story = {
  title: "Jack, patient",
  steps: [
    {
      name: "he sits a little closer: something useful, and asks nothing",
      on: on(0),
      plan: { at: on(0, 10), ask: "none" },
      then: { kind: "allow", demands: [], state: "cold", brings: ["new to them", "about them"], headline: "Welcome" },
    },
    {
      name: "she thanked him, and he invites her to the study group",
      on: on(7),
      happened: [
        aTouch(on(0, 10), {
          ask: "none",
          offer: given("asset"),
          disposition: "thanked",
          value: 69,
          theySaid: "I wish I understood the audit rule",
        }),
      ],
      plan: {
        at: on(7, 10),
        offer: offers("invitation", "A seat in the study group on Thursdays"),
        helps: "She wishes she understood the audit rule, and there we work through it",
        draft: "",
      },
      then: { kind: "allow", demands: [], state: "warm", brings: ["an invitation", "their own words"] },
    },
    {
      name: "she enjoyed it, and he invites her to a party with friends",
      on: on(15),
      happened: [
        aTouch(on(7, 10), { offer: given("invitation", "A seat in the study group on Thursdays"), disposition: "thanked", value: 60 }),
        aTouch(on(10, 18), { channel: "meeting", disposition: "conversation", ask: "none" }),
      ],
      plan: { at: on(15, 10), offer: offers("invitation", "A party with friends from the group"), draft: "" },
      then: { kind: "allow", demands: [], brings: ["they welcomed such before"], says: ["C1"] },
    },
    {
      name: "he asks her out: the very ask that was too much at first is now one they have come to",
      on: on(25),
      happened: [aTouch(on(17, 20), { channel: "meeting", disposition: "thanked", offer: given("invitation"), ask: "none", value: 60 })],
      plan: { at: on(25, 10), ask: "meeting", offer: offers("resource", anEvening), draft: "Jill, no is a fine answer, too." },
      then: { kind: "allow", demands: [], saysNot: ["G2"], headline: "Welcome" },
    },
  ],
};

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
    facts: [{ id: "talk", label: "Goal", value: "Fewer standstills before the Limerick site opens", origin: "told_us", on: null }],
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

const street = { id: factId, label: "Pump certificate runs out", value: "Certificate 4711", origin: "told_us", on: "2026-11-20" } as const;
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
      happened: [aTouch(on(0, 10), { offer: given("news", warns.offer.text), urgentFactId: factId, value: 60 })],
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
      isOpen: "a visit that brings nothing weighs more than a customer has room for, so the day is blamed before the empty hands (V3)",
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
