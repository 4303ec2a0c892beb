import type { Reason } from "#lib/follow-up/reason.ts";
import { measurePersistence } from "#lib/scoring/measure-persistence.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";
import { policy } from "#tests/factories/dossier.ts";
import type { Expected } from "#tests/golden/case.ts";

type Seen = Partial<Record<keyof Expected | "decides" | "unwanted", unknown>>;

const isDemand = ({ severity }: Reason) => severity !== "note" && severity !== "good";

/** What a case has an expectation of, so that a failure shows all that differs at once. */
export function seen(verdict: Verdict, then: Expected, dossier: Dossier, now: Date): Seen {
  const { kind, headline, reasons, cadence, value } = verdict;
  const demands = reasons.filter(isDemand).map(({ rule }) => rule);
  const says = reasons.filter((reason) => !isDemand(reason)).map(({ rule }) => rule);
  const labels = value.parts.map(({ label }) => label);
  const found: Seen = {
    kind,
    headline,
    state: cadence.state,
    askedFor: value.askedFor,
    points: value.points,
    bar: value.bar,
    pressure: hundredths(cadence.pressure),
    room: hundredths(cadence.capacity),
    weight: hundredths(cadence.weight),
    fit: cadence.fit,
    fitPoints: cadence.points,
    saying: reasons.some(({ sentence }) => sentence.includes(then.saying ?? "")) ? then.saying : null,
    passes: verdict.consent.passes,
    budget: [cadence.budget.used, cadence.budget.of],
    decides: demands[0] ?? null,
    demands: then.demands?.length === 0 ? demands : then.demands?.filter((rule) => demands.includes(rule)),
    says: then.says?.filter((rule) => says.includes(rule)),
    brings: then.brings?.filter((label) => labels.includes(label)),
    unwanted: [
      ...(then.demandsNot ?? []).filter((rule) => demands.includes(rule)),
      ...(then.saysNot ?? []).filter((rule) => says.includes(rule)),
      ...(then.bringsNot ?? []).filter((label) => labels.includes(label)),
    ],
    remedy: reasons[0]?.remedy && pick(reasons[0].remedy, then.remedy),
    nextAllowedAt: begin(verdict.nextAllowedAt, then.nextAllowedAt),
    bestAt: begin(verdict.bestAt, then.bestAt),
    ...(("givenUp" in then || "tooMuch" in then || "tooLittle" in then) && persistence(dossier, now)),
  };
  return pick(found, wanted(then));
}

function persistence(dossier: Dossier, now: Date): Seen {
  const { stoppedShort, parts } = measurePersistence(dossier, policy, now);
  return { givenUp: stoppedShort, tooMuch: parts.push.map(({ label }) => label), tooLittle: parts.neglect.map(({ label }) => label) };
}

const hundredths = (figure: number) => Math.round(figure * 100) / 100;

/** The same as expected. The first rule that demands is the one that decides. */
export function wanted(then: Expected): Seen {
  const expected: Seen = { ...then, ...(then.demands && { decides: then.demands[0] ?? null }), unwanted: [] };
  for (const key of ["demandsNot", "saysNot", "bringsNot"] as const) delete expected[key];
  return expected;
}

function pick<T extends object>(all: T, like: object | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => like && key in like)) as Partial<T>;
}

/** An instant, as far as the case names it. */
const begin = (at: Date | null, like: string | null | undefined) => (at === null ? null : at.toISOString().slice(0, like?.length ?? 24));
