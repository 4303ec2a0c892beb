import { aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { aLine, type GoldenCase, person } from "#tests/golden/case.ts";

const call = { channel: "phone" } as const;
const texan = person({ country: "US", region: "TX", timeZone: "America/Chicago", subscriberKind: "consumer" });
const afternoon = on(1, 18);
const register = (asOf: string, listed: boolean) => [{ list: "US-DNC" as const, asOf, listed }];
const british = { person: person({ country: "GB", timeZone: "Europe/London" }) };
const corporate = (asOf: string, listed: boolean) => [{ list: "GB-CTPS" as const, asOf, listed }];

const inquiry = () => aTouch(on(-1), { direction: "in", disposition: "inquired" });

/** C9: the registries of those who do not want calls, and what an organisation sets stricter or looser. */
export const registries: GoldenCase[] = [
  {
    name: "a number on the do-not-call list is not rung up",
    plan: { ...call, at: afternoon },
    dossier: { person: texan, registries: register("2026-10-20", true) },
    then: { kind: "block", demands: ["C9"], saying: "on the list of those who do not want calls", remedy: { do: "state-basis" } },
  },
  {
    name: "an old list still says who is on it",
    plan: { ...call, at: afternoon },
    dossier: { person: texan, registries: register("2026-01-20", true) },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "a number that was checked and is on no list may be rung up, with nothing else stated",
    plan: { ...call, at: afternoon },
    dossier: { person: texan, ledger: [], registries: register("2026-10-20", false) },
    then: { kind: "allow", demands: [], passes: "yes" },
  },
  {
    name: "thirty-one days old is still fresh",
    plan: { ...call, at: afternoon },
    dossier: { person: texan, ledger: [], registries: register("2026-10-02", false) },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "a list of thirty-two days counts as not checked",
    plan: { ...call, at: afternoon },
    dossier: { person: texan, registries: register("2026-10-01", false) },
    then: { kind: "confirm", demands: ["C9"], saying: "older than 31 days", remedy: { do: "state-basis" }, passes: "confirm" },
  },
  {
    name: "without a list nobody is checked",
    plan: { ...call, at: afternoon },
    dossier: { person: texan },
    then: { kind: "confirm", demands: ["C9"], saying: "we hold no copy of it" },
  },
  {
    name: "whoever looks the number up says so, and the ledger keeps it",
    plan: { ...call, at: afternoon, basis: { kind: "looked_up", note: "On the registry’s page" } },
    dossier: { person: texan },
    then: { kind: "allow", demands: [], says: ["C9"], saying: "The ledger keeps it" },
  },
  {
    name: "but who is listed cannot be looked up into being called",
    plan: { ...call, at: afternoon, basis: { kind: "looked_up", note: "" } },
    dossier: { person: texan, registries: register("2026-10-20", true) },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "a look into the registry carries for its days",
    plan: { ...call, at: afternoon },
    dossier: { person: texan, ledger: [aLine("looked_up", { channel: "phone", saidBy: "rep", effectiveFrom: on(-20) })] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "a basis stated last week is no look into a registry",
    plan: { ...call, at: afternoon },
    dossier: { person: texan, ledger: [aLine("legitimate_interest", { saidBy: "rep" })] },
    then: { kind: "confirm", demands: ["C9"] },
  },
  {
    name: "and no longer",
    plan: { ...call, at: afternoon },
    dossier: { person: texan, ledger: [aLine("looked_up", { channel: "phone", saidBy: "rep", effectiveFrom: on(-32) })] },
    then: { kind: "confirm", demands: ["C9"] },
  },
  {
    name: "their own yes weighs more than the list",
    plan: { ...call, at: afternoon },
    dossier: { person: texan, ledger: [aLine("express")], registries: register("2026-10-20", true) },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "so does a sale, where the law says so",
    plan: { ...call, at: afternoon, basis: { kind: "customer", note: "Order 812" } },
    dossier: { person: texan, registries: register("2026-10-20", true) },
    then: { kind: "allow", demands: [], says: ["C9"] },
  },
  {
    name: "not in the United Kingdom, where only their word does",
    plan: { ...call, basis: { kind: "customer", note: "Order 812" } },
    dossier: { ...british, registries: corporate("2026-10-20", true) },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "United Kingdom, a firm on no list is rung up in the hours for firms",
    plan: call,
    dossier: { ...british, registries: corporate("2026-10-20", false) },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "the list of another registry says nothing of this one",
    plan: call,
    dossier: { ...british, registries: register("2026-10-20", false) },
    then: { kind: "confirm", demands: ["C9"], saying: "Corporate TPS" },
  },
  {
    name: "an e-mail asks for no registry of calls",
    dossier: { ...british, registries: corporate("2026-10-20", true) },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "whoever waits for our answer is rung up, listed or not",
    plan: { ...call, at: afternoon },
    dossier: {
      person: texan,
      registries: register("2026-10-20", true),
      touches: [{ ...inquiry(), at: on(-1) }],
    },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "set stricter: nobody here is written to without an express yes",
    law: { "UK-02": { expressOnly: true, reason: "Our customers asked for it" } },
    dossier: british,
    then: { kind: "block", demands: ["C9"], saying: "as set here" },
  },
  {
    name: "set stricter: express consent alone lets us, and being on no list does not",
    plan: call,
    law: { "UK-03.firms": { expressOnly: true, reason: "Our customers asked for it" } },
    dossier: { ...british, registries: corporate("2026-10-20", false) },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "set stricter: shorter hours for calls",
    plan: { ...call, at: on(1, 15) },
    law: { "UK-03.firms": { hours: { week: [[10, 12]], saturday: null, sunday: null }, reason: "Mornings only" } },
    dossier: { ...british, registries: corporate("2026-10-20", false) },
    then: { kind: "reschedule", demands: ["C9"], nextAllowedAt: "2026-11-04T10:00" },
  },
  {
    name: "set looser, for a reason on record: longer hours",
    plan: { ...call, at: on(1, 18) },
    law: { "UK-03.firms": { hours: { week: [[9, 20]], saturday: null, sunday: null }, reason: "Shift workers asked for evenings" } },
    dossier: { ...british, registries: corporate("2026-10-20", false) },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "set stricter: fewer touches than the law allows",
    law: { "EU-03": { cap: { touches: 1, days: 30 }, reason: "One letter a month" } },
    dossier: { touches: [{ ...inquiry(), at: on(-9), direction: "out", disposition: "thanked" }] },
    then: { kind: "reschedule", demands: ["C9"], saying: "1 touch in 30 days" },
  },
  {
    name: "set stricter: a no rests longer than the policy has it",
    law: { "EU-03": { refusalDays: 90, reason: "A quarter of peace" } },
    dossier: { objections: [{ id: "o", kind: "reflex", words: "No thanks", at: on(-40), channel: "email" }] },
    then: { kind: "reschedule", demands: ["C5"], nextAllowedAt: "2026-12-22" },
  },
  {
    name: "a rule set for firms leaves everybody else as they were",
    law: { "UK-01": { expressOnly: true, reason: "Consumers only on their word" } },
    dossier: british,
    then: { kind: "allow", demands: [] },
  },
];
