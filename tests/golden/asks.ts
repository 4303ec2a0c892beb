import { aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { assessed, type GoldenCase, offers, person } from "#tests/golden/case.ts";

const littleThing = { offer: offers("resource", "An hour of help with the pumps"), helps: "It could help with the pumps", draft: "" };

/** G2, V8: the size of the ask fits how far they have come. */
export const asks: GoldenCase[] = [
  {
    name: "a meeting asked of a stranger, for little",
    plan: { ask: "meeting", ...littleThing },
    then: { kind: "rewrite", demands: ["G2"], demandsNot: ["V1"], remedy: { do: "ask-less", ask: "resource" } },
  },
  {
    name: "the same meeting for much more",
    plan: { ask: "meeting" },
    then: { kind: "allow", demands: [], says: ["G2"], bringsNot: ["easy to answer"] },
  },
  {
    name: "to look at something is an ask for anyone",
    plan: { ask: "resource", ...littleThing },
    then: { kind: "allow", demands: [], saysNot: ["G2"] },
  },
  {
    name: "a meeting asked of one who met us",
    plan: { ask: "meeting", ...littleThing },
    dossier: { touches: [aTouch(on(-60), { channel: "meeting", disposition: "conversation", value: 90 })] },
    then: { kind: "allow", demands: [], saysNot: ["G2"] },
  },
  {
    name: "a trial asked of one who only wrote once",
    plan: { ask: "trial", ...littleThing },
    dossier: { touches: [aTouch(on(-20), { disposition: "replied" })] },
    then: { kind: "rewrite", demands: ["G2"], remedy: { do: "ask-less", ask: "call" } },
  },
  {
    name: "a commitment asked where a deal is open",
    plan: { ask: "commitment", ...littleThing },
    dossier: { hasOpenDeal: true },
    then: { kind: "allow", demands: [], saysNot: ["G2"], state: "opportunity" },
  },
  {
    name: "a commitment asked of a customer",
    plan: { ask: "commitment", ...littleThing },
    dossier: { person: person({ relationship: "customer" }) },
    then: { kind: "allow", demands: [], saysNot: ["G2"], state: "customer" },
  },
  {
    name: "a call asked while their decision is far off: bring now, ask nearer to it",
    plan: { ask: "call" },
    dossier: { assessment: assessed({ decisionOn: "2027-06-01" }) },
    then: { kind: "allow", says: ["V8"] },
  },
  {
    name: "nothing asked while their decision is far off",
    plan: { ask: "none" },
    dossier: { assessment: assessed({ decisionOn: "2027-06-01" }) },
    then: { kind: "allow", demands: [], saysNot: ["V8"] },
  },
  {
    name: "a call asked when their decision is near",
    plan: { ask: "call" },
    dossier: { assessment: assessed({ decisionOn: "2026-11-20" }) },
    then: { kind: "allow", saysNot: ["V8"] },
  },
  {
    name: "a trial asked of one who took a call",
    plan: { ask: "trial", ...littleThing },
    dossier: { touches: [aTouch(on(-60), { channel: "phone", disposition: "conversation", value: 90 })] },
    then: { kind: "allow", demands: [], saysNot: ["G2"] },
  },
];
