import fc from "fast-check";
import { expect, test } from "vitest";

import { noAddress } from "#lib/consent/address.ts";
import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { standing, stoppedAltogether, undoableStop } from "#lib/consent/standing.ts";
import { aHistory, isStoppedByReplay } from "#tests/factories/histories.ts";

const at = new Date("2026-11-22T09:00:00Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const runs = { numRuns: 2_000 };

const entry = (over: Partial<ConsentEntry>): ConsentEntry => ({
  id: "ffffffff-0000-7000-8000-000000000000",
  channel: "email",
  status: "express",
  basis: null,
  saidBy: "person",
  effectiveFrom: later(1),
  effectiveTo: null,
  ...over,
});

test("a stop stands exactly when a naive replay of the history says so", () => {
  fc.assert(
    fc.property(aHistory(at), (entries) => {
      for (const channel of ["email", "phone"] as const)
        expect(standing(entries, channel, at).kind === "stopped").toBe(isStoppedByReplay(entries, channel, at));
    }),
    { numRuns: 10_000 },
  );
});

test("the order in which entries are read never matters", () => {
  fc.assert(
    fc.property(
      aHistory(at).chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))),
      ([entries, shuffled]) => {
        expect(standing(shuffled, "email", at)).toEqual(standing(entries, "email", at));
        expect(stoppedAltogether(shuffled, at)).toEqual(stoppedAltogether(entries, at));
      },
    ),
    runs,
  );
});

test("C9: of one address, only a stop said of another counts", () => {
  const about = fc.constantFrom("a", "b", null);
  const named = aHistory(at).chain((entries) =>
    fc.tuple(...entries.map(() => about)).map((points) => entries.map((each, i) => ({ ...each, contactPointId: points[i] ?? null }))),
  );
  fc.assert(
    fc.property(named, (entries) => {
      const said = entries.filter(
        ({ status, contactPointId }) => contactPointId !== "b" || status === "objected" || status === "withdrawn",
      );
      expect(standing(entries, "email", at, "a")).toEqual(standing(said, "email", at));
      const ofNone = said.filter(({ status, contactPointId }) => contactPointId !== "a" || status === "objected" || status === "withdrawn");
      expect(standing(entries, "email", at, noAddress)).toEqual(standing(ofNone, "email", at));
    }),
    runs,
  );
});

test("C4: nothing that a rep, an import or the system records lifts a stop", () => {
  const word = fc.record({
    status: fc.constantFrom(
      "express" as const,
      "soft_opt_in" as const,
      "legitimate_interest" as const,
      "undone" as const,
      "resumed" as const,
    ),
    saidBy: fc.constantFrom("rep" as const, "import" as const, "system" as const),
    channel: fc.constantFrom("email" as const, "any" as const),
  });
  fc.assert(
    fc.property(aHistory(at), word, (entries, over) => {
      fc.pre(standing(entries, "email", at).kind === "stopped");
      expect(standing([...entries, entry(over)], "email", later(2)).kind).toBe(standing(entries, "email", later(2)).kind);
    }),
    runs,
  );
});

test("their own later yes lifts every stop on that channel, and a stop at the same instant wins over it", () => {
  fc.assert(
    fc.property(aHistory(at), (entries) => {
      const yes = entry({});
      expect(standing([...entries, yes], "email", later(1))).toMatchObject({ kind: "agreed", status: "express", entry: yes });
      expect(standing([...entries, yes, entry({ status: "withdrawn", saidBy: "import" })], "email", later(1)).kind).toBe("stopped");
    }),
    runs,
  );
});

test("a stop is heard on every channel it names, whatever came before", () => {
  fc.assert(
    fc.property(aHistory(at), fc.constantFrom("person" as const, "rep" as const, "import" as const), (entries, saidBy) => {
      const all = [...entries, entry({ channel: "any", status: "objected", saidBy })];
      expect(standing(all, "email", later(1)).kind).toBe("stopped");
      expect(standing(all, "meeting", later(1)).kind).toBe("stopped");
      expect(stoppedAltogether(all, later(1))).not.toBeNull();
    }),
    runs,
  );
});

test("undoing a stop within ten minutes leaves everything as if it had not been pressed; later it changes nothing", () => {
  const stop = entry({ channel: "any", status: "objected" });
  const undone = (minutes: number) => entry({ id: "fffffffe", channel: "any", status: "undone", effectiveFrom: later(minutes) });
  fc.assert(
    fc.property(aHistory(at), (entries) => {
      expect(standing([...entries, stop, undone(11)], "email", later(20))).toEqual(standing([...entries, undone(11)], "email", later(20)));
      expect(standing([...entries, stop, undone(12)], "email", later(20)).kind).toBe("stopped");
    }),
    runs,
  );
  expect(undoableStop([stop], later(11))).toEqual(later(1));
  expect(undoableStop([stop], later(12))).toBeNull();
  expect(undoableStop([{ ...stop, saidBy: "rep" }], later(2))).toBeNull();
});

test("what has run out, or is yet to begin, is no agreement; a yes that has run out gives the stop its force back", () => {
  const basis = entry({ status: "implied", saidBy: "rep", effectiveTo: later(10) });
  expect(standing([basis], "email", later(9))).toMatchObject({ kind: "agreed", status: "implied", until: later(10) });
  expect(standing([basis], "email", later(10))).toEqual({ kind: "unknown" });
  expect(standing([basis], "email", at)).toEqual({ kind: "unknown" });
  const stop = entry({ channel: "any", status: "objected", effectiveFrom: at });
  expect(standing([stop, entry({ effectiveTo: later(10) })], "email", later(9)).kind).toBe("agreed");
  expect(standing([stop, entry({ effectiveTo: later(10) })], "email", later(10))).toMatchObject({ kind: "stopped", since: at });
});

test("their own word is what is shown, before any rep's or import's; at equal instants the less permissive", () => {
  const own = entry({ status: "soft_opt_in", effectiveFrom: at });
  expect(standing([own, entry({ saidBy: "rep" })], "email", later(2))).toMatchObject({ status: "soft_opt_in", entry: own });
  const two = [entry({ saidBy: "rep" }), entry({ saidBy: "import", status: "legitimate_interest" })];
  expect(standing(two, "email", later(2))).toMatchObject({ status: "legitimate_interest" });
});

test("a yes to one channel ends the stop of everything, but only there", () => {
  const all = [entry({ channel: "any", status: "objected", effectiveFrom: at }), entry({})];
  expect(stoppedAltogether(all, later(1))).toBeNull();
  expect(standing(all, "email", later(1)).kind).toBe("agreed");
  expect(standing(all, "phone", later(1)).kind).toBe("stopped");
});
