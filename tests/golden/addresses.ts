import type { KnownPoint } from "#lib/consent/address.ts";
import { daysFromNow as on } from "#tests/factories/dossier.ts";
import { aLine, type GoldenCase, person } from "#tests/golden/case.ts";

const point = (id: string, kind: KnownPoint["kind"], value: string, over: Partial<KnownPoint> = {}): KnownPoint => ({
  ...{ id, kind, value, isPrimary: false, isInvalid: false },
  ...over,
});
const main = { isPrimary: true };
const old = point("a-old", "email", "jill@old.example");
const current = point("b-new", "email", "jill@new.example", main);
const german = { person: person({ country: "DE", timeZone: "Europe/Berlin" }) };
const yesTo = (contactPointId: string, over = {}) =>
  aLine("express", { id: `yes ${contactPointId}`, channel: "email", contactPointId, ...over });

const call = { channel: "phone" } as const;
const texan = person({ country: "US", region: "TX", timeZone: "America/Chicago", subscriberKind: "consumer" });
const desk = point("a-desk", "phone", "+1 202 555 0143");
const mobile = point("b-mobile", "phone", "+1 202 555 0199", main);
const lookedUp = (contactPointId: string | null) =>
  aLine("looked_up", { channel: "phone", saidBy: "rep", effectiveFrom: on(-2), contactPointId });

/** C9: what was said of one address speaks for that address; a no to any holds for all. */
export const addresses: GoldenCase[] = [
  {
    name: "a yes for the address the mail goes to",
    dossier: { ...german, points: [old, current], ledger: [yesTo("b-new")] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "a yes for an address they had before says nothing of the new one",
    dossier: { ...german, points: [{ ...old, isInvalid: true }, current], ledger: [yesTo("a-old")] },
    then: { kind: "block", demands: ["C9"], saying: "They agreed for jill@old.example, not for jill@new.example: ask again." },
  },
  {
    name: "nor does one for another that still works",
    dossier: { ...german, points: [current, old], ledger: [yesTo("a-old")] },
    then: { kind: "block", demands: ["C9"] },
  },
  {
    name: "without a main address it goes to the first of those that work",
    dossier: { ...german, points: [{ ...current, isPrimary: false }, old], ledger: [yesTo("a-old")] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "mail came back from the main one, so it goes to the other",
    dossier: { ...german, points: [{ ...current, isInvalid: true }, old], ledger: [yesTo("a-old")] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "what is stated of the address itself, and carries nothing, hides no yes for another",
    dossier: {
      ...german,
      points: [old, current],
      ledger: [
        yesTo("a-old", { saidBy: "rep", effectiveFrom: on(-9) }),
        aLine("implied", { channel: "email", saidBy: "rep", contactPointId: "b-new" }),
      ],
    },
    then: { kind: "block", demands: ["C9"], saying: "They agreed for jill@old.example, not for jill@new.example: ask again." },
  },
  {
    name: "a yes to e-mail as such holds for every address",
    dossier: { ...german, points: [old, current], ledger: [aLine("express", { channel: "email", contactPointId: null })] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "a basis that was stated of another address is said to be so",
    dossier: {
      person: person({ country: "CA", region: "ON", timeZone: "America/Toronto" }),
      points: [old, current],
      ledger: [aLine("implied", { channel: "email", saidBy: "rep", contactPointId: "a-old" })],
    },
    then: {
      kind: "block",
      demands: ["C9"],
      saying: "What lets us contact them is recorded for jill@old.example, not for jill@new.example.",
    },
  },
  {
    name: "a no to any address holds for all",
    dossier: {
      points: [old, current],
      ledger: [yesTo("b-new", { effectiveFrom: on(-9) }), aLine("withdrawn", { channel: "email", contactPointId: "a-old" })],
    },
    then: { kind: "block", demands: ["C4"] },
  },
  {
    name: "and a later yes to another address does not lift it",
    dossier: { points: [old, current], ledger: [aLine("withdrawn", { channel: "email" }), yesTo("a-old", { effectiveFrom: on(-1) })] },
    then: { kind: "block", demands: ["C4"] },
  },
  {
    name: "where no address works, a yes to one of them carries nothing",
    dossier: { ...german, points: [{ ...old, isInvalid: true }], ledger: [yesTo("a-old")] },
    then: { kind: "block", demands: ["C9"], saying: "and none is recorded" },
  },
  {
    name: "where nobody says which addresses there are, what was said of one speaks for its channel",
    dossier: { ...german, points: null, ledger: [yesTo("a-old")] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "a look into the registry counts for the number that was looked up",
    plan: { ...call, at: on(1, 18) },
    dossier: { person: texan, points: [desk, mobile], ledger: [lookedUp("b-mobile")] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "and for no other of theirs",
    plan: { ...call, at: on(1, 18) },
    dossier: { person: texan, points: [desk, mobile], ledger: [lookedUp("a-desk")] },
    then: { kind: "confirm", demands: ["C9"], saying: "Another number of theirs was looked up, not this one." },
  },
  {
    name: "one that names no number counts for all",
    plan: { ...call, at: on(1, 18) },
    dossier: { person: texan, points: [desk, mobile], ledger: [lookedUp(null)] },
    then: { kind: "allow", demands: [] },
  },
];
