import { aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { aLine, type GoldenCase, person } from "#tests/golden/case.ts";

const call = { channel: "phone" } as const;
const consumer = (country: string | null, timeZone: string, region: string | null = null) =>
  person({ country, region, timeZone, subscriberKind: "consumer" });
const agreed = [aLine("express", { effectiveFrom: on(-60) })];

/** C9, and C2 of their calendar: the law and the holidays of their place, by their clock. */
export const law: GoldenCase[] = [
  {
    name: "Germany, a firm: no e-mail on mere interest",
    dossier: { person: person({ country: "DE", timeZone: "Europe/Berlin" }) },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "Ireland, a consumer: an inquiry is no consent to e-mails",
    dossier: { person: consumer("IE", "Europe/Dublin"), ledger: [aLine("implied", { saidBy: "rep" })] },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "Ireland, a consumer who bought from us",
    dossier: { person: consumer("IE", "Europe/Dublin"), ledger: [aLine("soft_opt_in", { saidBy: "rep" })] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "Florida by its name is Florida: no call at half past eight in the evening",
    plan: { ...call, at: new Date("2026-11-04T01:30:00Z") },
    dossier: { person: consumer("US", "America/New_York", "Florida"), ledger: agreed },
    then: { kind: "reschedule", demands: ["C9"], saying: "Florida" },
  },
  {
    name: "a state nobody knows is read as the strictest: no call on a Sunday",
    plan: { ...call, at: new Date("2026-11-08T18:00:00Z") },
    dossier: { person: consumer("US", "America/New_York", "ZZ"), ledger: agreed },
    then: { kind: "reschedule", demands: ["C9"], saying: "state not known" },
  },
  {
    name: "Ireland, somebody who may be a firm: one statement first",
    dossier: { person: person({ subscriberKind: "unknown" }), ledger: [] },
    then: { kind: "confirm", demands: ["C9"], remedy: { do: "state-basis" } },
  },
  {
    name: "Germany, a firm: an e-mail they agreed to",
    dossier: { person: person({ country: "DE", timeZone: "Europe/Berlin" }), ledger: agreed },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "Germany, a consumer: no call without their word",
    plan: call,
    dossier: { person: consumer("DE", "Europe/Berlin") },
    then: { kind: "block", demands: ["C9"], nextAllowedAt: null },
  },
  {
    name: "Germany, a firm: a call before nine waits until nine, also after the clocks went forward",
    plan: { ...call, at: new Date("2027-03-29T06:30:00Z") },
    dossier: { person: person({ country: "DE", timeZone: "Europe/Berlin" }) },
    then: { kind: "reschedule", demands: ["C9"], nextAllowedAt: "2027-03-29T07:00" },
  },
  {
    name: "United Kingdom, a consumer: an e-mail needs their word, or a sale",
    dossier: { person: consumer("GB", "Europe/London") },
    then: { kind: "block", demands: ["C9"], remedy: { do: "state-basis" } },
  },
  {
    name: "United Kingdom, a consumer who bought from us, as the rep states",
    plan: { basis: { kind: "customer", note: "Order 812" } },
    dossier: { person: consumer("GB", "Europe/London") },
    then: { kind: "allow", demands: [], says: ["C9"] },
  },
  {
    name: "United Kingdom, a firm: an interest is enough",
    dossier: { person: person({ country: "GB", timeZone: "Europe/London" }) },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "Florida at eight in the evening is closed until eight in the morning",
    plan: { ...call, at: new Date("2026-11-04T01:00:00Z") },
    dossier: { person: consumer("US", "America/New_York", "FL") },
    then: { kind: "reschedule", demands: ["C9"], nextAllowedAt: "2026-11-04T13:00" },
  },
  {
    name: "Texas on a Sunday opens at noon",
    plan: { ...call, at: new Date("2026-11-08T16:00:00Z") },
    dossier: { person: consumer("US", "America/Chicago", "TX") },
    then: { kind: "reschedule", demands: ["C9"], nextAllowedAt: "2026-11-08T18:00" },
  },
  {
    name: "United States: a text needs their word",
    plan: { channel: "sms" },
    dossier: { person: person({ country: "US", timeZone: "America/New_York" }) },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "France: nobody is rung up at lunch",
    plan: { ...call, at: on(1, 12) },
    dossier: { person: consumer("FR", "Europe/Paris"), ledger: agreed },
    then: { kind: "reschedule", demands: ["C9"], nextAllowedAt: "2026-11-03T13:00" },
  },
  {
    name: "France: four calls in thirty days are the most",
    plan: { ...call, at: on(1, 13) },
    dossier: {
      person: consumer("FR", "Europe/Paris"),
      ledger: agreed,
      hasOpenDeal: true,
      touches: [-25, -18, -11, -6].map((day) => aTouch(on(day, 13), { ...call, disposition: "thanked" })),
    },
    then: { kind: "reschedule", demands: ["C9"], demandsNot: ["D1"], nextAllowedAt: "2026-11-09" },
  },
  {
    name: "a country nobody knows: an e-mail waits for one statement",
    dossier: { person: person({ country: null }), ledger: [] },
    then: { kind: "confirm", demands: ["C9"], headline: "Fine, confirm one thing", remedy: { do: "state-basis" } },
  },
  {
    name: "a country nobody knows: a call to somebody who may be a consumer is out",
    plan: call,
    dossier: { person: person({ country: null, subscriberKind: "unknown" }), ledger: [] },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "Canada: an inquiry of last month carries an e-mail",
    dossier: {
      person: person({ country: "CA", timeZone: "America/Toronto" }),
      ledger: [aLine("implied", { saidBy: "rep", effectiveFrom: on(-30), effectiveTo: on(150) })],
    },
    then: { kind: "allow", demands: [], saysNot: ["C9"] },
  },
  {
    name: "and its ending is said while there is time to ask them",
    plan: { at: on(10, 15) },
    dossier: {
      person: person({ country: "CA", timeZone: "America/Toronto" }),
      ledger: [aLine("implied", { saidBy: "rep", effectiveFrom: on(-150), effectiveTo: on(30) })],
    },
    then: { kind: "allow", demands: [], says: ["C9"] },
  },
  {
    name: "a day after it has run out there is no way until they say so",
    plan: { at: on(31, 15) },
    dossier: {
      person: person({ country: "CA", timeZone: "America/Toronto" }),
      ledger: [aLine("implied", { saidBy: "rep", effectiveFrom: on(-150), effectiveTo: on(30) })],
    },
    then: { kind: "block", demands: ["C9"], nextAllowedAt: null },
  },
  {
    name: "Ireland at Christmas: nobody is rung up",
    plan: { ...call, at: new Date("2026-12-25T10:00:00Z") },
    dossier: {
      holidays: [
        { on: "2026-12-25", name: "Christmas Day" },
        { on: "2026-12-26", name: "St. Stephen's Day" },
      ],
    },
    then: { kind: "reschedule", demands: ["C9"], nextAllowedAt: "2026-12-28T09:00" },
  },
  {
    name: "Ireland at Christmas: a letter in the inbox waits until they look",
    plan: { at: new Date("2026-12-25T10:00:00Z") },
    dossier: { holidays: [{ on: "2026-12-25", name: "Christmas Day" }] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "nobody is visited on a holiday either",
    plan: { channel: "meeting", at: new Date("2026-12-25T10:00:00Z") },
    dossier: { holidays: [{ on: "2026-12-25", name: "Christmas Day" }] },
    then: { kind: "reschedule", demands: ["C2"], nextAllowedAt: "2026-12-26T00:00" },
  },
  {
    name: "France: an interest no longer carries a call to a consumer, since August 2026",
    plan: { ...call, at: on(1, 13) },
    dossier: { person: consumer("FR", "Europe/Paris") },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "France: e-mails are no calls",
    plan: { ...call, at: on(1, 13) },
    dossier: {
      person: consumer("FR", "Europe/Paris"),
      ledger: agreed,
      hasOpenDeal: true,
      touches: [-25, -18, -11, -6].map((day) => aTouch(on(day, 13), { disposition: "thanked" })),
    },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "Germany, a firm: nobody is rung up on a Saturday",
    plan: { ...call, at: on(5, 10) },
    dossier: { person: person({ country: "DE", timeZone: "Europe/Berlin" }) },
    then: { kind: "reschedule", demands: ["C9"], nextAllowedAt: "2026-11-09T08:00" },
  },
  {
    name: "Germany: an inquiry that the rep states is not their word",
    plan: { basis: { kind: "inquiry", note: "Fair in May" } },
    dossier: { person: person({ country: "DE", timeZone: "Europe/Berlin" }), ledger: [] },
    then: { kind: "block", demands: ["C9"], remedy: { do: "state-basis" } },
  },
  {
    name: "whoever asks us something needs no further basis for the answer",
    dossier: { ledger: [], person: person({ country: null }), touches: [aTouch(on(-1), { direction: "in", disposition: "inquired" })] },
    then: { kind: "allow", demands: [], passes: "yes" },
  },
];
