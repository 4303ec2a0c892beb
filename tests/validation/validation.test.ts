import { describe, expect, test } from "vitest";

import { agreement, modelAfterNo, modelByContacts, yieldByContacts, yieldByOutcome } from "#tests/validation/bank.ts";
import { clearedMails } from "#tests/validation/education.ts";
import { bankRows, educationRows } from "#tests/validation/report.ts";
import { rankCorrelation, stratify } from "#tests/validation/stratify.ts";

/** How far the first three contacts may lie from their mean and still be called alike. */
const band = 0.15;
const alike = (ratio: number) => Math.abs(ratio - 1) <= band;

describe("the measure", () => {
  const trial = (group: string, stratum: string, yes: number, of: number) =>
    Array.from({ length: of }, (_, i) => ({ group, stratum, success: i < yes }));

  test("holds strata equal: a group that only met the good month is no better for it", () => {
    const trials = [...trial("a", "good", 5, 10), ...trial("b", "good", 10, 20), ...trial("b", "bad", 2, 20), ...trial("a", "bad", 0, 0)];
    const [a, b] = stratify(trials, ["a", "b"], ["b"]);
    expect(a).toMatchObject({ n: 10, successes: 5, raw: 0.5, ratio: 1 });
    expect(b).toMatchObject({ n: 40, raw: 0.3, ratio: 1 });
    expect(b!.standardised).toBeCloseTo((30 * 0.5 + 20 * 0.1) / 50);
  });

  test("the order of two lists: the same, the opposite, and with equals", () => {
    expect(rankCorrelation([1, 2, 3], [10, 20, 30])).toBeCloseTo(1);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
    expect(rankCorrelation([1, 1, 2], [1, 1, 2])).toBeCloseTo(1);
  });
});

describe("what the policy expects of repeated calls", () => {
  const model = modelByContacts();
  const ratioOf = (name: string) => model.find(({ group }) => group === name)!.ratio;

  test("the first three are about alike, then it falls, and ten and more are the least", () => {
    expect(["1", "2", "3"].map(ratioOf).every(alike)).toBe(true);
    expect(model.map(({ ratio }) => ratio)).toEqual(model.map(({ ratio }) => ratio).toSorted((a, b) => b - a));
    expect(ratioOf("5–6")).toBeLessThan(ratioOf("3"));
    expect(Math.min(...model.map(({ ratio }) => ratio))).toBe(ratioOf("10 +"));
  });

  test("the gate is open for the first calls and shut after seven", () => {
    expect(model.filter(({ open }) => open === 1).map(({ group }) => group)).toEqual(["1", "2", "3", "4"]);
    expect(model.filter(({ open }) => open === 0).map(({ group }) => group)).toEqual(["7–9", "10 +"]);
  });

  test("an earlier refusal leaves less to expect than a fresh lead", () => {
    expect(modelAfterNo()).toBeLessThan(1);
  });
});

const bank = bankRows();

describe.skipIf(!bank)("the bank's campaign (Moro, Cortez & Rita 2014)", () => {
  const rows = bank ?? [];

  test.each(["month of the year", "calendar month"] as const)(
    "by %s: contacts 1–3 alike, falling from 5, 10 and more the least",
    (held) => {
      const [one, two, three, four, five, seven, ten] = yieldByContacts(rows, held).map(({ ratio }) => ratio);
      expect([one!, two!, three!].every(alike)).toBe(true);
      for (const early of [one!, two!, three!, four!]) expect(five).toBeLessThan(early * (1 - band));
      expect(seven).toBeLessThan(five!);
      expect(ten).toBeLessThan(seven!);
    },
  );

  test("the groups stand in nearly the order the policy expects; what differs is the fourth call", () => {
    const data = yieldByContacts(rows, "calendar month");
    expect(agreement(data, modelByContacts())).toBeGreaterThan(0.6);
    expect(data[3]!.ratio).toBeGreaterThan(1);
  });

  test("a refusal is worth less than a fresh lead once the years are told apart, and more while they are not", () => {
    const failure = (held: "month of the year" | "calendar month") =>
      yieldByOutcome(rows, held).find(({ group }) => group === "failure")!.ratio;
    expect(failure("calendar month")).toBeLessThan(1);
    expect(failure("month of the year")).toBeGreaterThan(1);
  });
});

const leads = educationRows();

describe.skipIf(!leads)("the online school's leads", () => {
  test("no score, offer or manager buys an e-mail to somebody who said no to it", () => {
    const opted = clearedMails(leads ?? [], true);
    expect(opted).toMatchObject({ cleared: 0 });
    expect(opted.leads).toBeGreaterThan(300);
    expect(opted.converted).toBeGreaterThan(0);
  });

  test("the same e-mails to the others are mostly cleared, so that it is their no which forbids it", () => {
    const { cleared, judged } = clearedMails((leads ?? []).slice(0, 500), false);
    expect(cleared / judged).toBeGreaterThan(0.5);
  });
});
