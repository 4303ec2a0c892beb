import { aReply, aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { aLine, aPlanned, chose, type GoldenCase, ledger, nothing, person } from "#tests/golden/case.ts";

const byMail = { channel: "email" } as const;

/** C1–C4, C7: what they said, and what they chose. */
export const consent: GoldenCase[] = [
  { name: "nobody has asked them how they want it", then: { kind: "allow", says: ["C1"] } },
  { name: "they have been asked", dossier: { terms: chose({}) }, then: { kind: "allow", says: ["C2"], saysNot: ["C1"] } },
  {
    name: "a stop of everything is final on every channel",
    plan: { channel: "linkedin" },
    dossier: { ledger: ledger(aLine("objected")) },
    then: { kind: "block", demands: ["C4"], headline: "Not allowed", nextAllowedAt: null, bestAt: null },
  },
  {
    name: "a rep's or an import's yes lifts no stop",
    dossier: { ledger: ledger(aLine("objected"), aLine("express", { saidBy: "rep", effectiveFrom: on(-1) })) },
    then: { kind: "block", demands: ["C4"] },
  },
  {
    name: "their own later yes does",
    dossier: { ledger: ledger(aLine("objected"), aLine("express", { effectiveFrom: on(-1) })) },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "a channel taken back closes that channel",
    dossier: { ledger: ledger(aLine("withdrawn", { ...byMail, saidBy: "import" })) },
    then: { kind: "block", demands: ["C4"] },
  },
  {
    name: "and leaves the others",
    plan: { channel: "phone" },
    dossier: { ledger: ledger(aLine("withdrawn", { ...byMail, saidBy: "import" })) },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "an address on the list of those who must not be contacted",
    dossier: { suppressed: ["email"] },
    then: { kind: "block", demands: ["C4"], nextAllowedAt: null },
  },
  {
    name: "a stop chosen on their own page",
    dossier: { terms: chose({ stopped: true }) },
    then: { kind: "block", demands: ["C4"] },
  },
  {
    name: "a pause until a day whose midnight is skipped by the clock",
    dossier: { terms: chose({ pausedUntil: "2027-04-30", timeZone: "Africa/Cairo" }) },
    then: { kind: "reschedule", demands: ["C3"], nextAllowedAt: "2027-04-29T22:00" },
  },
  {
    name: "a pause that is over",
    dossier: { terms: chose({ pausedUntil: "2026-11-03" }) },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "another channel than they chose, with theirs as the way out",
    plan: { channel: "phone" },
    dossier: { terms: chose({ channels: ["email"] }) },
    then: { kind: "block", demands: ["C2"], remedy: { do: "change-channel", channel: "email" } },
  },
  {
    name: "they chose no channel at all",
    dossier: { terms: chose({ channels: [] }) },
    then: { kind: "block", demands: ["C2"] },
  },
  {
    name: "one a month, and the month has not passed",
    dossier: { terms: chose({ rate: { max: 1, per: "month" } }), touches: [aTouch(on(-20))] },
    then: {
      kind: "reschedule",
      demands: ["C2"],
      nextAllowedAt: "2026-11-13T00:00",
      remedy: { do: "move", at: new Date("2026-11-13T10:00:00Z") },
    },
  },
  {
    name: "two a quarter, one of them planned by a colleague",
    dossier: { terms: chose({ rate: { max: 2, per: "quarter" } }), touches: [aTouch(on(-60))], planned: [aPlanned(on(20))] },
    plan: { at: on(10, 10) },
    then: { kind: "reschedule", demands: ["C2"], nextAllowedAt: "2026-12-03T00:00" },
  },
  {
    name: "one a week, and it is a week ago",
    dossier: { terms: chose({ rate: { max: 1, per: "week" } }), touches: [aTouch(on(-6))] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "Tuesdays and Thursdays only",
    plan: { at: on(2, 10) },
    dossier: { terms: chose({ days: [2, 4] }) },
    then: { kind: "reschedule", demands: ["C2"], nextAllowedAt: "2026-11-05T00:00" },
  },
  {
    name: "mornings only, by their clock on the other side of the world",
    plan: { at: new Date("2026-11-03T06:00:00Z") },
    dossier: {
      terms: chose({ hours: { from: 8, to: 12 } }),
      person: person({ timeZone: "Pacific/Auckland", country: null, subscriberKind: "corporate" }),
    },
    then: { kind: "reschedule", demands: ["C2"], nextAllowedAt: "2026-11-03T19:00" },
  },
  {
    name: "an hour they chose is skipped when the clocks go forward: the next day's is theirs",
    plan: { at: new Date("2027-03-28T00:30:00Z") },
    dossier: { terms: chose({ hours: { from: 2, to: 3 }, timeZone: "Europe/Berlin" }) },
    then: { kind: "reschedule", demands: ["C2"], nextAllowedAt: "2027-03-29T00:00" },
  },
  {
    name: "a zone nobody knows is said, and hours are read in ours",
    plan: { at: on(1, 8) },
    dossier: { terms: chose({ hours: { from: 8, to: 9 } }), person: person({ timeZone: null }) },
    then: { kind: "reschedule", demands: ["C2"], saying: "hours are read in ours", nextAllowedAt: "2026-11-04T07:00" },
  },
  {
    name: "“later”, and no day named: no asks for a season",
    dossier: { touches: [aTouch(on(-12)), aReply(on(-10), "Not now, maybe later", { disposition: "said_later" })] },
    then: { kind: "reschedule", demands: ["C7"], nextAllowedAt: "2026-12-22T00:00" },
  },
  {
    name: "“later”, and something useful in between, asked for nothing",
    plan: { ask: "none" },
    dossier: { touches: [aTouch(on(-12)), aReply(on(-10), "Not now, maybe later", { disposition: "said_later" })] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "“later” is over once they warm to us themselves",
    dossier: {
      touches: [
        aTouch(on(-12)),
        aReply(on(-10), "Not now, maybe later", { disposition: "said_later" }),
        aReply(on(-1), "Is the offer still good?"),
      ],
    },
    then: { kind: "allow", demands: [], demandsNot: ["C7"] },
  },
  {
    name: "between now and the day they named, an empty hand is an ask",
    plan: { ask: "none", offer: nothing },
    dossier: { terms: chose({ callBackOn: "2027-02-01" }) },
    then: { kind: "reschedule", demands: ["C7", "V2"] },
  },
  {
    name: "no address for it is on the record",
    plan: { channel: "linkedin" },
    then: { kind: "allow", says: ["D8"] },
  },
  {
    name: "nothing is later than their yes running out",
    plan: { at: on(3, 10) },
    dossier: {
      ledger: [aLine("implied", { saidBy: "rep", effectiveFrom: on(-150), effectiveTo: on(30) })],
      person: person({ country: "CA", timeZone: "America/Toronto" }),
      terms: chose({ pausedUntil: "2026-12-10" }),
    },
    then: { kind: "reschedule", demands: ["C3"], nextAllowedAt: null },
  },
  {
    name: "a yes that begins tomorrow is none today",
    plan: { at: on(0, 10) },
    dossier: { ledger: [aLine("express", { effectiveFrom: on(1) })] },
    then: { kind: "confirm", demands: ["C9"], passes: "confirm" },
  },
  {
    name: "a yes at the very instant of the stop does not lift it",
    dossier: { ledger: ledger(aLine("objected"), aLine("express")) },
    then: { kind: "block", demands: ["C4"], passes: "no" },
  },
  {
    name: "a slip of the finger, taken back at once",
    dossier: { ledger: ledger(aLine("objected"), aLine("undone", { effectiveFrom: new Date(on(-3).getTime() + 300_000) })) },
    then: { kind: "allow", demands: [], passes: "yes" },
  },
  {
    name: "taken back an hour later it was no slip",
    dossier: { ledger: ledger(aLine("objected"), aLine("undone", { effectiveFrom: on(-3, 10) })) },
    then: { kind: "block", demands: ["C4"] },
  },
  {
    name: "gifts count from the day they named the date, though the terms were versioned later",
    plan: { ask: "none", at: on(3, 10) },
    dossier: {
      terms: chose({ saidOn: on(-1), callBackOn: "2027-05-04" }),
      ledger: ledger(aLine("call_back", { effectiveFrom: on(-150) })),
      touches: [-140, -100, -60].map((day) => aTouch(on(day), { ask: "none" })),
    },
    then: { kind: "reschedule", demands: ["C7"] },
  },
  {
    name: "what is planned after the date takes nothing from the gifts before it",
    plan: { ask: "none" },
    dossier: {
      terms: chose({ callBackOn: "2027-04-01" }),
      planned: [20, 21, 22].map((day) => aPlanned(new Date(Date.UTC(2027, 3, day)), { id: `${day}` })),
    },
    then: { kind: "allow", demands: [] },
  },
];
