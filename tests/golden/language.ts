import { aDossier, aReply, aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { aFact, type GoldenCase, offers } from "#tests/golden/case.ts";

const watched = aFact({ id: "w", label: "Seen", value: "Lanzarote", origin: "observed" });

/** L1–L3, C8: how it reads. */
export const language: GoldenCase[] = [
  {
    name: "an empty check-in",
    plan: { draft: "Just checking in, Jill." },
    then: { kind: "rewrite", demands: ["L1"], remedy: { do: "cut", from: 0, to: 16 } },
  },
  {
    name: "an empty check-in in German",
    plan: { draft: "Ich wollte nur mal nachfragen." },
    then: { kind: "rewrite", demands: ["L1"] },
  },
  { name: "counting one's own messages", plan: { draft: "This is my third e-mail to you." }, then: { kind: "rewrite", demands: ["L1"] } },
  {
    name: "guilt for not answering",
    plan: { draft: "I am disappointed that you did not reply." },
    then: { kind: "rewrite", demands: ["L2"], points: 44 },
  },
  { name: "a hurry of our own making", plan: { draft: "This offer ends today, act now!" }, then: { kind: "rewrite", demands: ["L2"] } },
  {
    name: "our quarter in the letter",
    plan: { draft: "Our quarter ends on Friday and I need this deal." },
    then: { kind: "rewrite", demands: ["V5"], remedy: { do: "cut" } },
  },
  {
    name: "two things asked at once",
    plan: { draft: "Jill, could you send me the drawings of Cork? And could we meet on Tuesday?" },
    then: { kind: "allow", says: ["L3"], bringsNot: ["easy to answer", "easy way out"] },
  },
  { name: "one thing asked, and an easy way out", then: { kind: "allow", saysNot: ["L3"], brings: ["easy to answer", "easy way out"] } },
  {
    name: "their words quoted back are not our wording",
    dossier: { touches: [aTouch(on(-14)), aReply(on(-13), "Just checking in is all you ever do")] },
    plan: { draft: "Jill, you said “just checking in is all you ever do”, so here is the checklist for Cork." },
    then: { kind: "allow", demands: [], brings: ["their own words"] },
  },
  {
    name: "something we noticed about them may not stand in the letter",
    dossier: { facts: [...aDossier().facts, watched] },
    plan: { draft: "Jill, I hope Lanzarote was sunny. Here is the checklist for Cork." },
    then: { kind: "rewrite", demands: ["C8"], points: 20, remedy: { do: "cut", from: 13, to: 22 } },
  },
  {
    name: "what they told us may",
    plan: { draft: "Jill, for the plant in Cork." },
    then: { kind: "allow", demands: [], brings: ["about them"] },
  },
  {
    name: "a template's field that nothing on record filled",
    plan: { draft: "Jill, for {{fact: decides by}} in Cork." },
    then: {
      kind: "rewrite",
      demands: ["V7"],
      saying: "{{fact: decides by}}",
      remedy: { do: "fill-in", field: "fact: decides by", from: 10, to: 30 },
    },
  },
  {
    name: "a field that only something observed could fill",
    plan: { draft: "Jill, how was {{fact: seen}}?" },
    dossier: { facts: [watched] },
    then: { kind: "rewrite", demands: ["C8"], remedy: { do: "fill-in", field: "fact: seen" } },
  },
  {
    name: "no field of ours, and an opening that nobody closed",
    plan: { draft: "Jill, {{shoe size}} and {{" },
    then: { kind: "rewrite", demands: ["L3", "L3"] },
  },
  {
    name: "no manager lets a letter pass with a hole in it",
    plan: { draft: "Jill, for {{company}} in Cork." },
    circumstances: { override: { reason: "They asked the desk for it this morning" } },
    then: { kind: "rewrite", demands: ["V7"] },
  },
  {
    name: "the best offer does not outweigh an insult",
    plan: {
      offer: offers("introduction", "Lund Dairy, who had the same audit"),
      draft: "Jill, I think I deserve a response.",
    },
    then: { kind: "rewrite", demands: ["L2"] },
  },
  {
    name: "of many reproaches no more than sixty points are taken",
    plan: {
      draft:
        "I still haven't heard from you. This is my third e-mail to you. I am disappointed that you did not reply. This offer ends today, act now!",
      offer: offers("requested", "What they asked for, in two pages"),
    },
    dossier: { touches: [aTouch(on(-14)), aReply(on(-13), "Send me the audit in two pages", { disposition: "thanked" })] },
    then: { kind: "rewrite", demands: ["L2"], points: 12 },
  },
  {
    name: "a letter without their name",
    plan: { draft: "Here is the checklist for Cork." },
    then: { kind: "allow", bringsNot: ["by name"], points: 59 },
  },
];
