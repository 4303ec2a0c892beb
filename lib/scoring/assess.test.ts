import { describe, expect, test } from "vitest";

import { defaultPolicy } from "#lib/policy/defaults.ts";
import { assess, Assess, AssessBatch, readAssess } from "#lib/scoring/assess.ts";
import pushy from "#lib/scoring/examples/pushy.json" with { type: "json" };
import welcome from "#lib/scoring/examples/welcome.json" with { type: "json" };

const now = new Date(welcome.now);
const [touch] = welcome.dossier.touches;
const [entry] = welcome.dossier.ledger;
const somebody = "0192f0c1-0000-7000-8000-000000000001";
const terms = {
  version: 1,
  saidOn: "2026-10-01T09:00:00Z",
  saidBy: "person",
  channels: null,
  rate: null,
  days: [],
  hours: null,
  timeZone: null,
  pausedUntil: null,
  callBackOn: null,
  stopped: false,
};

/** The welcome example with some of it changed, judged as the API and the shell do. */
function ask(change: Record<string, unknown>) {
  const sent: Record<string, unknown> = { ...structuredClone(welcome) };
  for (const [path, value] of Object.entries(change)) put(sent, path.split("."), value);
  const read = readAssess(sent);
  if (!read.ok) return read;
  const { dossier } = read.value;
  return assess(read.value, {
    dossier: { ...dossier!, holidays: dossier!.holidays ?? [] },
    policy: read.value.policy ?? defaultPolicy,
    now,
  });
}

function put(target: Record<string, unknown>, [key, ...rest]: string[], value: unknown): void {
  if (rest.length > 0) put((target[key!] ??= {}) as Record<string, unknown>, rest, value);
  else if (value === undefined) delete target[key!];
  else target[key!] = value;
}

test("the examples: one is welcome, one is not", () => {
  expect(ask({})).toMatchObject({ ok: true, value: { kind: "allow", explanation: expect.stringContaining("This touch is welcome.") } });
  const { plan, dossier } = pushy;
  expect(ask({ plan, dossier })).toMatchObject({ ok: true, value: { kind: "reschedule", hits: [{ id: "P001" }, { id: "P027" }] } });
});

const tomorrow = "2026-11-03T09:00:00Z";
const wrong: [what: string, change: Record<string, unknown>, path: string, sentence: RegExp][] = [
  ["no plan", { plan: undefined }, "plan", /expected object/],
  ["a plan that is a list", { plan: [] }, "plan", /expected object/],
  ["nobody it is for", { dossier: undefined, now: undefined }, "prospectId", /whom/],
  ["two it is for", { prospectId: somebody, now: undefined }, "dossier", /not both/],
  ["a now for somebody on record", { prospectId: somebody, dossier: undefined }, "now", /as of now/],
  [
    "a policy for somebody on record",
    { prospectId: somebody, dossier: undefined, now: undefined, policy: defaultPolicy },
    "policy",
    /in force/,
  ],
  [
    "a plan for somebody else",
    { prospectId: somebody, "plan.prospectId": somebody.replace("1", "2"), dossier: undefined, now: undefined },
    "plan.prospectId",
    /somebody else/,
  ],
  ["a mistyped field", { "dossier.tuches": [] }, "dossier.tuches", /no such field/],
  [
    "a mistyped field deep inside",
    { "dossier.terms": { ...terms, pausedTill: "2027-01-01" } },
    "dossier.terms.pausedTill",
    /no such field/,
  ],
  ["an override", { override: { reason: "because" } }, "override", /no such field/],
  ["an unknown channel", { "plan.channel": "fax" }, "plan.channel", /expected one of/],
  ["an instant without an offset", { "plan.at": "2026-11-03T10:00:00" }, "plan.at", /offset/],
  ["a day that does not exist", { "plan.at": "2026-02-30T10:00:00Z" }, "plan.at", /offset/],
  ["a number for an instant", { "plan.at": 0 }, "plan.at", /offset/],
  ["a time out of reach", { "plan.at": "9999-11-03T10:00:00Z" }, "plan.at", /within reach/],
  ["a plan in twenty years", { "plan.at": "2046-11-03T10:00:00Z" }, "plan.at", /ten years/],
  ["a draft of 1 MB", { "plan.draft": "a".repeat(1_000_000) }, "plan.draft", /20,000/],
  ["an asset that is not named", { "plan.offer": { kind: "asset", assetId: null, text: "" } }, "plan.offer.assetId", /which asset/],
  ["an asset nobody knows", { "plan.offer": { kind: "asset", assetId: somebody, text: "" } }, "plan.offer.assetId", /not among/],
  ["a no nobody said", { "plan.answersObjectionId": somebody }, "plan.answersObjectionId", /not one of theirs/],
  ["a fact nobody holds", { "plan.urgentFactId": somebody }, "plan.urgentFactId", /not one of theirs/],
  ["a touch to come", { "dossier.touches": [touch, { ...touch, id: "t2", at: tomorrow }] }, "dossier.touches.1.at", /in the future/],
  ["a touch at no time", { "dossier.touches": [{ ...touch, at: null }] }, "dossier.touches.0.at", /instant/],
  ["a touch at a number", { "dossier.touches": [{ ...touch, at: 5 }] }, "dossier.touches.0.at", /instant/],
  ["the same touch twice", { "dossier.touches": [touch, touch] }, "dossier.touches.1.id", /same id/],
  [
    "too many touches",
    { "dossier.touches": Array.from({ length: 5_001 }, (_, i) => ({ ...touch, id: `${i}` })) },
    "dossier.touches",
    /5000/,
  ],
  ["a yes to come", { "dossier.ledger": [{ ...entry, effectiveFrom: tomorrow }] }, "dossier.ledger.0.effectiveFrom", /in the future/],
  [
    "a yes that ends first",
    { "dossier.ledger": [{ ...entry, effectiveTo: "2026-05-01T08:00:00Z" }] },
    "dossier.ledger.0.effectiveTo",
    /before it begins/,
  ],
  ["a yes from `true`", { "dossier.ledger": [{ ...entry, effectiveFrom: true }] }, "dossier.ledger.0.effectiveFrom", /instant/],
  [
    "a no to come",
    { "dossier.objections": [{ id: "o", kind: "price", words: "", at: tomorrow }] },
    "dossier.objections.0.at",
    /in the future/,
  ],
  ["an unknown zone", { "dossier.person.timeZone": "Europe/Atlantis" }, "dossier.person.timeZone", /time zone/],
  ["an unknown home zone", { "dossier.homeZone": "" }, "dossier.homeZone", /time zone/],
  ["an unknown zone in the terms", { "dossier.terms": { ...terms, timeZone: "Mars" } }, "dossier.terms.timeZone", /time zone/],
  ["a country in small letters", { "dossier.person.country": "de" }, "dossier.person.country", /ISO 3166/],
  ["a country that is none", { "dossier.person.country": "ZZ" }, "dossier.person.country", /ISO 3166/],
  ["a region by its name", { "dossier.person.region": "Florida" }, "dossier.person.region", /code/],
  ["hours that end first", { "dossier.terms": { ...terms, hours: { from: 17, to: 9 } } }, "dossier.terms.hours", /end before/],
  ["no hour at all", { "dossier.terms": { ...terms, hours: { from: 9, to: 9 } } }, "dossier.terms.hours", /end before/],
  ["a weekday twice", { "dossier.terms": { ...terms, days: [1, 2, 1] } }, "dossier.terms.days", /twice/],
  ["a stop with a choice", { "dossier.terms": { ...terms, stopped: true, channels: ["email"] } }, "dossier.terms.channels", /stop/],
  ["a pause before it was asked for", { "dossier.terms": { ...terms, pausedUntil: "2026-09-01" } }, "dossier.terms.pausedUntil", /before/],
  [
    "a call-back before it was asked for",
    { "dossier.terms": { ...terms, callBackOn: "2026-09-01" } },
    "dossier.terms.callBackOn",
    /before/,
  ],
  ["terms to come", { "dossier.terms": { ...terms, saidOn: tomorrow } }, "dossier.terms.saidOn", /in the future/],
  ["terms without the stop", { "dossier.terms": { ...terms, stopped: undefined } }, "dossier.terms.stopped", /boolean/],
  ["a policy without end", { policy: { ...defaultPolicy, noes: { ...defaultPolicy.noes, most: 1e300 } } }, "policy.noes.most", /Too big/],
  ["half a policy", { policy: { version: 1 } }, "policy.noes", /expected object/],
  [
    "a key called __proto__",
    JSON.parse('{"dossier":{"__proto__":{"person":{"name":"x"}}}}') as Record<string, unknown>,
    "dossier.person",
    /expected object/,
  ],
];

describe("bad input names its place and is never a pass", () => {
  test.each(wrong)("%s", (_what, change, path, sentence) => {
    const outcome = ask(change);
    if (outcome.ok || outcome.problem.code !== "invalid") throw new Error(JSON.stringify(outcome));
    expect(outcome.problem.fields[path]?.join(" ")).toMatch(sentence);
  });

  test.each<[string, unknown]>([
    ["null", null],
    ["a list", []],
    ["text", "plan"],
    ["a number", 1],
    ["nothing", undefined],
    ["an empty object", {}],
  ])("%s", (_what, sent) => {
    expect(readAssess(sent)).toMatchObject({ ok: false, problem: { code: "invalid" } });
  });

  test("a million mistakes are told in a hundred", () => {
    const outcome = readAssess({ ...welcome, ...Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`key${i}`, i])) });
    if (outcome.ok || outcome.problem.code !== "invalid") throw new Error("expected problems");
    expect(Object.keys(outcome.problem.fields).length).toBeLessThanOrEqual(100);
  });

  test("a batch is of one to a thousand", () => {
    const items = (length: number) => AssessBatch.safeParse({ items: Array.from({ length }, () => welcome) }).success;
    expect([items(0), items(1), items(1_000), items(1_001)]).toEqual([false, true, true, false]);
  });
});

test("a plan for somebody on record names them once", () => {
  const { plan } = welcome;
  expect(Assess.parse({ plan, prospectId: somebody })).toMatchObject({ prospectId: somebody });
  expect(Assess.parse({ plan: { ...plan, prospectId: somebody }, prospectId: somebody }).plan.prospectId).toBe(somebody);
});
