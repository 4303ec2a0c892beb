import { anAsset, aReply, aTouch, assetId, daysFromNow as on } from "#tests/factories/dossier.ts";
import { aFact, assessed, type GoldenCase, given, hadTheChecklist, nothing, offers, theCostSheet } from "#tests/golden/case.ts";

const theRule = "The new audit rule in two pages";
const aGoal = aFact({ id: "g", label: "Goal", value: "Fewer standstills at the Cork plant" });

/** V1–V7: what is in it for them. */
export const value: GoldenCase[] = [
  {
    name: "a first cold mail that brings something of theirs",
    then: {
      kind: "allow",
      demands: [],
      headline: "Welcome",
      state: "cold",
      points: 69,
      bar: 22,
      brings: ["new to them", "helps them", "about them", "by name", "easy to answer", "easy way out"],
      says: ["C1"],
    },
  },
  {
    name: "a first cold mail that brings nothing",
    plan: { offer: nothing, helps: "", draft: "" },
    then: {
      kind: "rewrite",
      demands: ["V2", "V5"],
      demandsNot: ["V1"],
      headline: "Bring more",
      remedy: { do: "attach", assetId },
      brings: [],
    },
  },
  {
    name: "a first cold mail that could be meant for anyone",
    plan: { helps: "Shows which pumps fail the new audit", draft: "" },
    then: { kind: "allow", demands: [], says: ["V7"], bringsNot: ["about them", "by name"] },
  },
  {
    name: "the library's shelf is empty, and so are the hands",
    plan: { offer: nothing },
    dossier: { assets: [] },
    then: { kind: "rewrite", demands: ["V2"], remedy: { do: "bring-something" } },
  },
  {
    name: "something from the library, and none chosen",
    plan: { offer: { kind: "asset", assetId: null, text: "" } },
    then: { kind: "rewrite", demands: ["V2"] },
  },
  {
    name: "news that nobody has named",
    plan: { offer: offers("news", "News") },
    then: { kind: "rewrite", demands: ["V2"] },
  },
  {
    name: "an invitation that is over by then",
    dossier: { assets: [anAsset({ expiresOn: "2026-11-02" })] },
    then: { kind: "rewrite", demands: ["V2"], remedy: { do: "bring-something" } },
  },
  {
    name: "what they have had is not offered again, however well others received it",
    dossier: { assets: [{ ...hadTheChecklist, given: 20, welcomed: 19 }, theCostSheet], touches: [aTouch(on(-5))] },
    plan: { offer: nothing, at: on(8, 10) },
    then: { kind: "rewrite", demands: ["V2"], remedy: { do: "attach", assetId: theCostSheet.id } },
  },
  {
    name: "the same asset twice, with another one on the shelf",
    dossier: { assets: [hadTheChecklist, theCostSheet], touches: [aTouch(on(-5))] },
    plan: { at: on(8, 10) },
    then: { kind: "rewrite", demands: ["V3"], points: 12, remedy: { do: "attach", assetId: theCostSheet.id }, bringsNot: ["new to them"] },
  },
  {
    name: "the same offer in other words",
    dossier: { touches: [aTouch(on(-10), { offer: given("news", theRule) })] },
    plan: { offer: offers("news", "Two pages on the audit rule, which is new") },
    then: { kind: "rewrite", demands: ["V3"] },
  },
  {
    name: "another time for the same ask",
    dossier: { touches: [aTouch(on(-10), { ask: "meeting", offer: given("resource", "A morning with our engineer at your plant") })] },
    plan: { ask: "meeting", offer: offers("resource", "A morning with our engineer at your plant, on Thursday instead") },
    then: { kind: "rewrite", demands: ["V3"] },
  },
  {
    name: "what bounced was never brought, and may be brought again",
    dossier: { touches: [aTouch(on(-10), { disposition: "bounced", offer: given("news", theRule) })] },
    plan: { offer: offers("news", theRule) },
    then: { kind: "allow", demands: [], brings: ["news that concerns them"] },
  },
  {
    name: "the like was welcome before",
    dossier: { touches: [aTouch(on(-14), { disposition: "thanked", offer: given("asset") })] },
    then: { kind: "allow", demands: [], brings: ["they welcomed such before"] },
  },
  {
    name: "most of those who had it found it useful",
    dossier: { assets: [anAsset({ given: 8, welcomed: 4 })] },
    then: { kind: "allow", brings: ["others found it useful"], saysNot: ["V4"] },
  },
  {
    name: "hardly anybody made anything of it",
    dossier: { assets: [anAsset({ given: 20, welcomed: 1 })] },
    then: { kind: "allow", says: ["V4"], points: 63, brings: ["few made anything of it"], bringsNot: ["others found it useful"] },
  },
  {
    name: "too few have had it to say anything",
    dossier: { assets: [anAsset({ given: 4, welcomed: 4 })] },
    then: { kind: "allow", saysNot: ["V4"], bringsNot: ["others found it useful", "few made anything of it"] },
  },
  {
    name: "such a thing was of no use to them",
    dossier: { assets: [anAsset(), anAsset({ id: "other", sharedAt: on(-60), reaction: "not_useful" })] },
    then: { kind: "allow", says: ["V4"], brings: ["such was no use to them"] },
  },
  {
    name: "quota and quarter end are no reasons of theirs",
    plan: { helps: "We need to close this before our quarter ends, my manager asked for it" },
    then: { kind: "rewrite", demands: ["V5"], remedy: { do: "say-why-it-helps" } },
  },
  {
    name: "no sentence on why it helps them",
    plan: { helps: "It helps" },
    then: { kind: "rewrite", demands: ["V5"], remedy: { do: "say-why-it-helps" }, bringsNot: ["helps them"] },
  },
  {
    name: "it serves a goal they told us",
    plan: { helps: "Takes out the pump that causes standstills at the Cork plant" },
    dossier: { facts: [aGoal] },
    then: { kind: "allow", brings: ["serves a goal of theirs"] },
  },
  {
    name: "a goal that somebody else told us is not taken for theirs",
    plan: { helps: "Takes out the pump that causes standstills at the Cork plant" },
    dossier: { facts: [{ ...aGoal, origin: "third_party" }] },
    then: { kind: "allow", bringsNot: ["serves a goal of theirs", "about them"] },
  },
  {
    name: "it takes up their own words",
    plan: { helps: "You said that we changed loggers two years ago; these read the old ones, too" },
    dossier: { touches: [aTouch(on(-12)), aReply(on(-11), "We changed loggers two years ago")] },
    then: { kind: "allow", demands: [], state: "warm", brings: ["their own words"] },
  },
  {
    name: "an “answer” to somebody who never said a word is an offer of help at most",
    plan: { offer: offers("answer", "How the audit treats old pumps") },
    then: { kind: "allow", says: ["V2"], points: 53, bringsNot: ["answers their question"] },
  },
  {
    name: "two touches in ten days, and a small thing is no longer enough",
    plan: { offer: offers("resource", "An hour of help with the pumps"), helps: "It could help with the pumps", draft: "" },
    dossier: { touches: [aTouch(on(-9)), aTouch(on(-4), { channel: "phone" })] },
    then: { kind: "rewrite", demands: ["V1"], demandsNot: ["D1"], remedy: { do: "bring-something" } },
  },
  {
    name: "the same small thing would have been enough at first",
    plan: { offer: offers("resource", "An hour of help with the pumps"), helps: "It could help with the pumps", draft: "" },
    then: { kind: "allow", demands: [], saysNot: ["V1"] },
  },
  {
    name: "nobody has looked into them: a shorter run",
    dossier: { assessment: assessed({ homework: "none" }), touches: [aTouch(on(-30))] },
    then: { kind: "allow", says: ["V6", "D4"], budget: [1, 6] },
  },
  {
    name: "researched and fitting: a longer run",
    dossier: { assessment: assessed({ fit: 90, stake: "high", homework: "researched" }), touches: [aTouch(on(-30))] },
    then: { kind: "allow", says: ["D4"], saysNot: ["V6"], budget: [1, 11] },
  },
  {
    name: "little fit: a shorter run, and more to reach",
    dossier: { assessment: assessed({ fit: 20 }), touches: [aTouch(on(-30))] },
    then: { kind: "allow", says: ["D4"], budget: [1, 5] },
  },
  {
    name: "of two things on the shelf the one that others welcomed is named",
    plan: { offer: nothing },
    dossier: { assets: [anAsset({ given: 20, welcomed: 2 }), { ...theCostSheet, given: 20, welcomed: 15 }] },
    then: { kind: "rewrite", demands: ["V2"], remedy: { do: "attach", assetId: theCostSheet.id } },
  },
  {
    name: "another kind of thing was of no use to them",
    dossier: { assets: [anAsset(), { ...theCostSheet, sharedAt: on(-60), reaction: "not_useful" }] },
    then: { kind: "allow", saysNot: ["V4"], bringsNot: ["such was no use to them"] },
  },
  {
    name: "what a third party told us is not named as theirs",
    plan: { helps: "Takes out the pump that fails in Galway", draft: "" },
    dossier: { facts: [aFact({ id: "f", label: "Plants", value: "Galway", origin: "third_party" })] },
    then: { kind: "allow", says: ["V7"], bringsNot: ["about them"] },
  },
  {
    name: "a fact of theirs that is no goal",
    plan: { helps: "Takes out the pump that causes standstills at the Cork plant" },
    dossier: { facts: [{ ...aGoal, label: "Plants" }] },
    then: { kind: "allow", bringsNot: ["serves a goal of theirs"] },
  },
  {
    name: "two letters say nothing about anyone",
    plan: { helps: "It will help a lot to see this", draft: "" },
    dossier: { facts: [aFact({ id: "f", label: "Plants", value: "to" })] },
    then: { kind: "allow", says: ["V7"], bringsNot: ["about them"] },
  },
  {
    name: "three small words in a row are nobody's own",
    plan: { helps: "If it is so, the pump fails the audit", draft: "" },
    dossier: { touches: [aTouch(on(-12)), aReply(on(-11), "We do, if it is so")] },
    then: { kind: "allow", bringsNot: ["their own words"] },
  },
  {
    name: "a question that was answered is not answered again",
    plan: { offer: offers("answer", "How the audit treats old pumps") },
    dossier: { touches: [aReply(on(-21), "How does it treat old pumps?", { disposition: "asked_question" }), aTouch(on(-20))] },
    then: { kind: "allow", askedFor: null, bringsNot: ["answers their question"] },
  },
  {
    name: "something else is no answer to an open question",
    dossier: { touches: [aReply(on(-2), "How does it treat old pumps?", { disposition: "asked_question" })] },
    then: { kind: "allow", bringsNot: ["answers their question"] },
  },
  {
    name: "one word in common is not the same offer",
    plan: { offer: offers("news", "The audit of it") },
    dossier: { touches: [aTouch(on(-10), { offer: given("news", "The audit rule in two pages, explained") })] },
    then: { kind: "allow", demands: [], brings: ["news that concerns them"] },
  },
  {
    name: "much at stake and little fit: more to reach",
    dossier: { assessment: assessed({ fit: 20, stake: "high" }) },
    then: { kind: "allow", bar: 27, room: 2.34 },
  },
  {
    name: "fitting, with little at stake: an ordinary run",
    dossier: { assessment: assessed({ fit: 90, stake: "low" }) },
    then: { kind: "allow", bar: 22, room: 2.75, budget: [0, 8] },
  },
  {
    name: "a reply alone is no welcome of what was brought",
    dossier: { touches: [aTouch(on(-14), { disposition: "replied", offer: given("asset") })] },
    then: { kind: "allow", bringsNot: ["they welcomed such before"] },
  },
];
