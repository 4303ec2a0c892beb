import fc from "fast-check";
import { expect, test } from "vitest";

import { defaultPolicy } from "#lib/policy/defaults.ts";
import { assess, readAssess } from "#lib/scoring/assess.ts";
import welcome from "#lib/scoring/examples/welcome.json" with { type: "json" };
import { anyDossier, anyPlan } from "#tests/factories/arbitraries.ts";
import { now } from "#tests/factories/dossier.ts";
import { growth } from "#tests/setup/growth.ts";

/** What a caller gets, without a server around it. */
function ask(sent: unknown) {
  const read = readAssess(sent);
  if (!read.ok || !read.value.dossier) return read.ok ? null : read;
  const { dossier, policy } = read.value;
  const known = { dossier: { ...dossier, holidays: dossier.holidays ?? [] }, policy: policy ?? defaultPolicy, now: read.value.now ?? now };
  return assess(read.value, known);
}

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
const isAllowed = (outcome: ReturnType<typeof ask>) => outcome?.ok === true && outcome.value.kind === "allow";

/** Where each leaf and branch of a body lies. */
function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [at];
  return [...(at.length > 0 ? [at] : []), ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function changed(value: unknown, [key, ...rest]: string[], to: unknown): unknown {
  if (key === undefined) return to;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  if (rest.length === 0 && to === undefined) delete copy[key];
  else copy[key] = changed(copy[key], rest, to);
  return copy;
}

const paths = pathsOf(welcome);
const mayBeNull = /(assetId|basis|effectiveTo)$/;
const anything = fc.anything({ withNullPrototype: true, withObjectString: true });

test("whatever is sent gets an answer, and nothing random is allowed", () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.record({ plan: anything, dossier: anything }), fc.jsonValue()), (sent) => {
      expect(isAllowed(ask(sent))).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test("a good question with one part replaced by anything gets an answer", () => {
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, junk) => {
      expect(ask(changed(welcome, path, junk))).toBeDefined();
    }),
    { numRuns: 2_000 },
  );
});

test("a good question without a part that must be there is never allowed", () => {
  const needed = [
    "plan",
    "plan.channel",
    "plan.at",
    "plan.ask",
    "plan.offer",
    "plan.offer.kind",
    "plan.offer.assetId",
    "plan.offer.text",
    "plan.helps",
    "plan.draft",
  ];
  const ofDossier = [
    "dossier",
    "dossier.person",
    "dossier.person.name",
    "dossier.ledger.0",
    "dossier.ledger.0.id",
    "dossier.ledger.0.channel",
    "dossier.ledger.0.status",
  ];
  const further = [
    "dossier.ledger.0.basis",
    "dossier.ledger.0.saidBy",
    "dossier.ledger.0.effectiveFrom",
    "dossier.ledger.0.effectiveTo",
    "dossier.touches.0.id",
    "dossier.touches.0.at",
    "dossier.touches.0.channel",
    "dossier.touches.0.direction",
    "dossier.touches.0.disposition",
  ];
  for (const path of [...needed, ...ofDossier, ...further]) {
    for (const nothing of mayBeNull.test(path) ? [undefined] : [undefined, null])
      expect({ path, allowed: isAllowed(ask(changed(welcome, path.split("."), nothing))) }).toEqual({ path, allowed: false });
  }
});

test("every plan and dossier the judges know can be sent, and is judged without an error", () => {
  fc.assert(
    fc.property(anyPlan, anyDossier, (plan, dossier) => {
      const sent = asSent({ plan, dossier, now });
      expect(readAssess(sent)).toMatchObject({ ok: true });
      expect(ask(sent)).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

const touch = welcome.dossier.touches[0]!;
const before = (minutes: number) => new Date(Date.parse(welcome.now) - minutes * 60_000).toISOString();
const rows = <T>(count: number, row: (i: number) => T) => Array.from({ length: count }, (_, i) => row(i));
const nothingChosen = { channels: null, days: [], hours: null, timeZone: null, pausedUntil: null, callBackOn: null, stopped: false };
const onceAWeek = { ...nothingChosen, version: 1, saidOn: before(9), saidBy: "person", rate: { max: 1, per: "week" } };

test.each<[string, (share: number) => { plan?: object; dossier?: object }]>([
  [
    "5,000 touches and a rate",
    (share) => ({
      dossier: { terms: onceAWeek, touches: rows(5_000 * share, (i) => ({ ...touch, id: `${i}`, at: before(i * 10 + 10) })) },
    }),
  ],
  [
    "1 MB that they said, and a draft like it",
    (share) => {
      const theySaid = "aaaa aaab ".repeat(1_900 * share);
      const touches = rows(50, (i) => ({ ...touch, id: `${i}`, theySaid, direction: "in", disposition: "replied" }));
      return { plan: { draft: theySaid }, dossier: { touches } };
    },
  ],
  [
    "1,000 words and withdrawals of theirs",
    (share) => ({
      dossier: {
        ledger: rows(1_000 * share, (i) => ({
          ...welcome.dossier.ledger[0],
          id: `${i}`,
          effectiveFrom: before(i + 1),
          status: i % 2 ? "withdrawn" : "express",
        })),
      },
    }),
  ],
  ["a draft of nothing but pushy phrases", (share) => ({ plan: { draft: "just checking in ".repeat(1_168 * share) } })],
  ["a draft of nothing", (share) => ({ plan: { draft: " \u0000".repeat(400_000 * share) } })],
])("%s are judged with an effort that grows as they do", (_what, body) => {
  const grown = growth((share) => {
    const { plan, dossier } = body(share);
    const sent = { ...welcome, plan: { ...welcome.plan, ...plan }, dossier: { ...welcome.dossier, ...dossier } };
    expect(ask(sent)).toMatchObject({ ok: true });
    return () => ask(sent);
  });
  expect(grown).toBeLessThan(10);
});
