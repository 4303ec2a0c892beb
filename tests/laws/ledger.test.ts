import fc from "fast-check";
import { expect, test } from "vitest";

import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { knownBy, permissionsAt } from "#lib/consent/permissions.ts";
import { type Standing, standing } from "#lib/consent/standing.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { aHistory, isStoppedByReplay } from "#tests/factories/histories.ts";

const end = new Date("2026-11-22T09:00:00Z");
const runs = { numRuns: Number(process.env.LAW_RUNS ?? 2_000) };
const addresses = ["a", "b"];
const agreements = ["express", "soft_opt_in", "implied", "legitimate_interest"];

type Kept = ConsentEntry & { recordedAt: Date };

/** A history whose lines were kept at once or later than they speak of, some about one address only. */
const aKeptHistory: fc.Arbitrary<Kept[]> = aHistory(end).chain((entries) =>
  fc
    .array(fc.record({ late: fc.integer({ min: 0, max: 30 }), contactPointId: fc.option(fc.constantFrom(...addresses)) }), {
      minLength: entries.length,
      maxLength: entries.length,
    })
    .map((more) =>
      entries.map((entry, i) => ({
        ...entry,
        contactPointId: more[i]!.contactPointId,
        recordedAt: new Date(entry.effectiveFrom.getTime() + more[i]!.late * 120_000),
      })),
    ),
);
const anInstant = fc.integer({ min: -100, max: 30 }).map((steps) => new Date(end.getTime() + steps * 60_000));

/** A ledger kept line by line as it came in, asked at `at`: the yes it would have shown then, told without the code under test. */
function replayedYes(kept: Kept[], channel: Channel, at: Date, address: string | null): Kept | null {
  let best: Kept | null = null;
  for (const line of kept.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())) {
    if (line.recordedAt > at || line.effectiveFrom > at || !agreements.includes(line.status)) continue;
    if (line.channel !== channel && line.channel !== "any") continue;
    if (line.effectiveTo && line.effectiveTo <= at) continue;
    if (address && line.contactPointId && line.contactPointId !== address) continue;
    const weight = (each: Kept) => [each.saidBy === "person" ? 1 : 0, each.effectiveFrom.getTime(), agreements.indexOf(each.status)];
    if (!best || isMore(weight(line), weight(best))) best = line;
  }
  return best;
}

const isMore = (a: number[], b: number[]) => {
  const i = a.findIndex((each, k) => each !== b[k]);
  return i >= 0 && a[i]! > b[i]!;
};

const sayYes = ({ status, effectiveFrom, saidBy }: ConsentEntry) => `${status} ${effectiveFrom.getTime()} ${saidBy === "person"}`;
const say = (held: Standing) => (held.kind === "agreed" ? sayYes(held.entry) : held.kind);

test("as of any instant what stands, stop or yes, is what a naive replay of the lines recorded by then says", () => {
  fc.assert(
    fc.property(
      aKeptHistory,
      anInstant,
      fc.constantFrom("email" as const, "phone" as const),
      fc.option(fc.constantFrom(...addresses)),
      (kept, at, channel, address) => {
        const held = standing(knownBy(kept, at), channel, at, address);
        const yes = replayedYes(kept, channel, at, address);
        const isStopped = address === null ? isStoppedByReplay(knownBy(kept, at), channel, at) : held.kind === "stopped";
        expect(say(held)).toBe(isStopped ? "stopped" : yes ? sayYes(yes) : "unknown");
      },
    ),
    runs,
  );
});

test("what is recorded later changes nothing of what was known before", () => {
  fc.assert(
    fc.property(aKeptHistory, aKeptHistory, anInstant, (kept, more, at) => {
      const later = more.map((line) => ({ ...line, recordedAt: new Date(at.getTime() + 1) }));
      const state = {
        place: { country: "IE", region: null, subscriberKind: "corporate" as const },
        points: null,
        terms: null,
        suppressed: [],
        registries: [],
        own: {},
        zone: "Europe/Dublin",
      };
      expect(permissionsAt({ ...state, ledger: knownBy([...later, ...kept], at) }, at)).toEqual(
        permissionsAt({ ...state, ledger: knownBy(kept, at) }, at),
      );
    }),
    runs,
  );
});

test("a no to one address holds for every address; a yes to one speaks for no other", () => {
  fc.assert(
    fc.property(aKeptHistory, fc.constantFrom(...addresses), (kept, address) => {
      const whole = standing(kept, "email", end);
      const one = standing(kept, "email", end, address);
      const about = one.kind === "agreed" ? (one.entry.contactPointId ?? address) : address;
      expect(about).toBe(address);
      // asking about one address leaves out words that could lift a stop, never a stop
      expect(whole.kind === "stopped" && one.kind !== "stopped").toBe(false);
    }),
    runs,
  );
});

test("nothing an import adds lets more than stood before, where the person has spoken", () => {
  const imported = fc.constantFrom("express" as const, "soft_opt_in" as const, "implied" as const, "legitimate_interest" as const);
  fc.assert(
    fc.property(aKeptHistory, imported, (kept, status) => {
      const before = standing(kept, "email", end);
      const line: ConsentEntry = {
        id: "ffffffff",
        channel: "any",
        status,
        basis: null,
        saidBy: "import",
        effectiveFrom: end,
        effectiveTo: null,
      };
      const after = standing([...kept, line], "email", end);
      const isTheirs = before.kind === "stopped" || (before.kind === "agreed" && before.entry.saidBy === "person");
      expect(isTheirs ? after : before).toEqual(before);
    }),
    runs,
  );
});

test("a basis carries to the instant it ends and not a moment longer", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (minutes) => {
      const until = new Date(end.getTime() + minutes * 60_000);
      const basis: ConsentEntry = {
        id: "b",
        channel: "email",
        status: "implied",
        basis: "inquiry",
        saidBy: "rep",
        effectiveFrom: end,
        effectiveTo: until,
      };
      expect(standing([basis], "email", new Date(until.getTime() - 1)).kind).toBe("agreed");
      expect(standing([basis], "email", until).kind).toBe("unknown");
    }),
    runs,
  );
});
