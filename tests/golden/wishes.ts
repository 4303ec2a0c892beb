import { anAsset, aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { chose, type GoldenCase, nothing } from "#tests/golden/case.ts";

/** C2, C7: the topics they like or want no more of, and how many useful things are welcome until the day they named. */
export const wishes: GoldenCase[] = [
  {
    name: "a thing about nothing but what they want no more of, with another instead",
    dossier: {
      terms: chose({ refusedTopics: ["Pumps"] }),
      assets: [
        anAsset({ topics: ["pumps"] }),
        anAsset({ id: "had", sharedAt: on(-40) }),
        anAsset({ id: "gone", expiresOn: "2026-11-02" }),
        anAsset({ id: "more", topics: ["PUMPS"] }),
        anAsset({ id: "other", topics: ["valves"] }),
        anAsset({ id: "liked", topics: ["energy"] }),
      ],
    },
    then: { kind: "block", demands: ["C2"], remedy: { do: "attach", assetId: "other" }, saying: "nothing more about pumps" },
  },
  {
    name: "and of what else there is, what they like comes first",
    dossier: {
      terms: chose({ refusedTopics: ["pumps"], topics: ["Energy"] }),
      assets: [anAsset({ topics: ["pumps"] }), anAsset({ id: "other", topics: ["valves"] }), anAsset({ id: "liked", topics: ["energy"] })],
    },
    then: { kind: "block", demands: ["C2"], remedy: { do: "attach", assetId: "liked" } },
  },
  {
    name: "nothing else is on the shelf: bring something of one's own",
    dossier: { terms: chose({ refusedTopics: ["pumps"] }), assets: [anAsset({ topics: ["pumps"] })] },
    then: { kind: "block", demands: ["C2"], remedy: { do: "bring-something" } },
  },
  {
    name: "a thing that is also about something else",
    dossier: { terms: chose({ refusedTopics: ["pumps"] }), assets: [anAsset({ topics: ["pumps", "energy"] })] },
    then: { kind: "allow", demands: [], demandsNot: ["C2"] },
  },
  {
    name: "what they refused before their record was erased or taken in anew, though nothing is said on this one",
    dossier: {
      suppressedTopics: [{ topic: "Pumps", group: null }],
      assets: [anAsset({ topics: ["pumps"] }), anAsset({ id: "other", topics: ["valves"] })],
    },
    then: {
      kind: "block",
      demands: ["C4"],
      remedy: { do: "attach", assetId: "other" },
      saying: "asked before for nothing more about pumps",
    },
  },
  {
    name: "what their company is to hear nothing about, by its name",
    dossier: {
      suppressedTopics: [
        { topic: "energy", group: "another.example" },
        { topic: "pumps", group: "munster.example" },
      ],
      assets: [anAsset({ topics: ["pumps"] })],
    },
    then: { kind: "block", demands: ["C4"], remedy: { do: "bring-something" }, saying: "Nobody of munster.example is to hear about pumps" },
  },
  {
    name: "their own word is named before the list",
    dossier: {
      terms: chose({ refusedTopics: ["pumps"] }),
      suppressedTopics: [{ topic: "pumps", group: null }],
      assets: [anAsset({ topics: ["pumps"] })],
    },
    then: { kind: "block", demands: ["C2"], demandsNot: ["C4"] },
  },
  {
    name: "one topic kept away leaves the way open for another",
    dossier: { suppressedTopics: [{ topic: "pumps", group: null }], assets: [anAsset({ topics: ["pumps", "energy"] })] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "a thing about nothing in particular",
    dossier: { terms: chose({ refusedTopics: ["pumps"], topics: ["energy"] }) },
    then: { kind: "allow", demands: [], demandsNot: ["C2"] },
  },
  {
    name: "a thing about what they like, however it is written",
    dossier: { terms: chose({ topics: ["Pumps", "energy"] }), assets: [anAsset({ topics: ["pumps", "valves"] })] },
    then: { kind: "allow", demands: [], demandsNot: ["C2"] },
  },
  {
    name: "they like to hear about something else, which is said and forbids nothing",
    dossier: { terms: chose({ topics: ["energy"] }), assets: [anAsset({ topics: ["pumps"] })] },
    then: { kind: "allow", demands: [], says: ["C2"], saying: "They like to hear about energy" },
  },
  {
    name: "what they want no more of is not suggested either",
    plan: { offer: nothing, ask: "reply" },
    dossier: {
      terms: chose({ refusedTopics: ["pumps"] }),
      assets: [anAsset({ id: "pumps", topics: ["pumps"] }), anAsset({ id: "energy", topics: ["energy"] })],
    },
    then: { kind: "rewrite", demands: ["V2"], remedy: { do: "attach", assetId: "energy" } },
  },
  {
    name: "nothing at all until the date they named, if they said so",
    plan: { ask: "none" },
    dossier: { terms: chose({ callBackOn: "2027-02-01", bridge: 0 }) },
    then: { kind: "reschedule", demands: ["C7"], saying: "They want nothing from us until", nextAllowedAt: "2027-02-01T00:00" },
  },
  {
    name: "one useful thing until then, as they said, and they have had it",
    plan: { ask: "none" },
    dossier: {
      terms: chose({ callBackOn: "2027-02-01", bridge: 1, saidOn: on(-60) }),
      touches: [aTouch(on(-40), { ask: "none" })],
    },
    then: { kind: "reschedule", demands: ["C7"], saying: "They have had 1 from us" },
  },
  {
    name: "two, and they have had one",
    plan: { ask: "none" },
    dossier: {
      terms: chose({ callBackOn: "2027-02-01", bridge: 2, saidOn: on(-60) }),
      touches: [aTouch(on(-40), { ask: "none" })],
    },
    then: { kind: "allow", demands: [] },
  },
];
