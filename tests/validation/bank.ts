import { type Expectation, expectAfterNo, expectCall } from "#tests/validation/expect-yield.ts";
import { rankCorrelation, stratify, type Stratified, type Trial } from "#tests/validation/stratify.ts";

type Row = Record<string, string>;

const groups = [
  { name: "1", from: 1, to: 1 },
  { name: "2", from: 2, to: 2 },
  { name: "3", from: 3, to: 3 },
  { name: "4", from: 4, to: 4 },
  { name: "5–6", from: 5, to: 6 },
  { name: "7–9", from: 7, to: 9 },
  { name: "10 +", from: 10, to: 14 },
] as const;
const few = ["1", "2", "3"];

const groupOf = (contacts: number) => groups.findLast(({ from }) => contacts >= from)!.name;

/** Month of the year, or the month as it was lived: the campaign ran from 2008 to 2010, and employment, a figure of the quarter, tells the years apart. */
export const strata = {
  "month of the year": ({ month }: Row) => month!,
  "calendar month": (row: Row) => `${row.month} ${row["nr.employed"]}`,
} as const;
export type Held = keyof typeof strata;

/** Yield by number of contacts, months held equal, against the first three contacts together. */
export const yieldByContacts = (rows: readonly Row[], held: Held): Stratified[] =>
  stratify(
    trials(rows, held, ({ campaign }) => groupOf(Number(campaign))),
    groups.map(({ name }) => name),
    few,
  );

/** Yield by what came of an earlier campaign, months held equal, against those never contacted before. */
export const yieldByOutcome = (rows: readonly Row[], held: Held): Stratified[] =>
  stratify(
    trials(rows, held, ({ poutcome }) => poutcome!),
    ["nonexistent", "failure", "success"],
    ["nonexistent"],
  );

const trials = (rows: readonly Row[], held: Held, groupOfRow: (row: Row) => string): Trial[] =>
  rows.map((row) => ({ group: groupOfRow(row), stratum: strata[held](row), success: row.y === "yes" }));

export type Modelled = { group: string; ratio: number; open: number };

/** What the policy expects by number of contacts, against the first three together; and the share of such calls the gate still lets through. */
export function modelByContacts(): Modelled[] {
  const expected = groups.map(({ name, from, to }) => {
    const calls = Array.from({ length: to - from + 1 }, (_, i) => expectCall(from + i));
    return { group: name as string, headroom: mean(calls.map(({ headroom }) => headroom)), open: mean(calls.map(openness)) };
  });
  const reference = mean(expected.slice(0, few.length).map(({ headroom }) => headroom));
  return expected.map(({ group, headroom, open }) => ({ group, ratio: headroom / reference, open }));
}

const openness = ({ isOpen }: Expectation) => (isOpen ? 1 : 0);
const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;

/** A lead that said no, against a fresh one, when the no has rested. */
export const modelAfterNo = (daysAgo = 60): number => expectAfterNo(daysAgo).headroom / expectAfterNo(null).headroom;

export function bankReport(rows: readonly Row[]): string[] {
  const model = modelByContacts();
  const lived = yieldByContacts(rows, "calendar month");
  const season = yieldByContacts(rows, "month of the year");
  const refusal = (held: Held) => yieldByOutcome(rows, held).find(({ group }) => group === "failure")!.ratio;
  return [
    `Bank campaign (Moro, Cortez & Rita 2014): ${rows.length} clients`,
    "contacts      n  yes    raw  standardised  ratio (year's month)  ratio (calendar month)  model  gate open",
    ...lived.map(({ group, n, successes, raw, ratio }, i) =>
      [
        group.padEnd(8),
        `${n}`.padStart(6),
        `${successes}`.padStart(4),
        percent(raw).padStart(6),
        percent(season[i]!.standardised).padStart(13),
        two(season[i]!.ratio).padStart(21),
        two(ratio).padStart(23),
        two(model[i]!.ratio).padStart(6),
        percent(model[i]!.open).padStart(10),
      ].join(" "),
    ),
    `Order of groups, data and model (Spearman): ${two(agreement(lived, model))}`,
    `An earlier refusal against a fresh lead: model ${two(modelAfterNo())}; data ${two(refusal("calendar month"))} by calendar month, ${two(refusal("month of the year"))} by month of the year`,
  ];
}

export const agreement = (data: readonly Stratified[], model: readonly Modelled[]): number =>
  rankCorrelation(
    data.map(({ ratio }) => ratio),
    model.map(({ ratio }) => ratio),
  );

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const two = (x: number) => x.toFixed(2);
