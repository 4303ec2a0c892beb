import fc from "fast-check";

import { type ConsentEntry, ConsentStatus } from "#lib/consent/ledger.ts";
import { undoWindow } from "#lib/consent/standing.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";

const minute = 60_000;

/** A history of one person's ledger, dense enough that entries share instants, lapse, and fall inside each other's ten minutes. All in effect by `end`. */
export function aHistory(end: Date, maxLength = 12): fc.Arbitrary<ConsentEntry[]> {
  const near = fc.integer({ min: 0, max: 40 }).map((steps) => new Date(end.getTime() - steps * 2 * minute));
  const around = fc.integer({ min: -30, max: 30 }).map((steps) => new Date(end.getTime() + steps * 2 * minute));
  const entry: fc.Arbitrary<ConsentEntry> = fc.record({
    id: fc.uuid(),
    channel: fc.constantFrom("any" as const, ...Channel.options.slice(0, 2)),
    status: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom("objected" as const, "express" as const, "undone" as const) },
      { weight: 2, arbitrary: fc.constantFrom(...ConsentStatus.options) },
    ),
    basis: fc.constant(null),
    saidBy: fc.oneof(
      { weight: 2, arbitrary: fc.constant("person" as const) },
      fc.constantFrom("rep" as const, "import" as const, "system" as const),
    ),
    effectiveFrom: near,
    effectiveTo: fc.option(around, { freq: 3 }),
  });
  return fc.array(entry, { maxLength });
}

/** Whether a channel is stopped, read the other way round than the code does: walk the history in order and keep what is forbidden. */
export function isStoppedByReplay(entries: ConsentEntry[], channel: Channel, until: Date): boolean {
  let stops: ConsentEntry[] = [];
  const ordered = entries
    .filter((each) => each.effectiveFrom <= until)
    .toSorted((a, b) => a.effectiveFrom.getTime() - b.effectiveFrom.getTime());
  for (const word of ordered) {
    if (word.channel !== channel && word.channel !== "any") continue;
    const own = word.saidBy === "person";
    if (own && word.status === "express" && !(word.effectiveTo && word.effectiveTo <= until))
      stops = stops.filter((stop) => stop.effectiveFrom.getTime() === word.effectiveFrom.getTime());
    if (own && word.status === "undone")
      stops = stops.filter((stop) => {
        const age = word.effectiveFrom.getTime() - stop.effectiveFrom.getTime();
        return !(stop.status === "objected" && stop.channel === "any" && stop.saidBy === "person" && age > 0 && age <= undoWindow);
      });
    if (word.status === "objected" || word.status === "withdrawn") stops.push(word);
  }
  return stops.length > 0;
}
