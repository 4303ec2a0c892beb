import type { PipelineRow } from "#lib/insight/overview.ts";

/** The pipeline in one currency, every stage in order. `most` is the amount that fills a bar. */
export type CurrencyPipeline = { currency: string; agreed: number; hoped: number; most: number; stages: PipelineRow[] };

/** Amounts of different currencies are never added: the currency with most deals first, each with all stages. */
export function byCurrency(rows: readonly PipelineRow[]): CurrencyPipeline[] {
  const stages = [...new Map(rows.map(({ stageId, stage }) => [stageId, stage]))];
  const dealsIn = new Map<string, number>();
  for (const { currency, deals } of rows) dealsIn.set(currency, (dealsIn.get(currency) ?? 0) + deals);
  const currencies = [...dealsIn].filter(([, deals]) => deals > 0).toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  return currencies.map(([currency]) => {
    const found = new Map(rows.filter((row) => row.currency === currency).map((row) => [row.stageId, row]));
    const all = stages.map(([stageId, stage]) => found.get(stageId) ?? { stageId, stage, currency, deals: 0, agreed: 0, hoped: 0 });
    const sum = (of: "agreed" | "hoped") => all.reduce((total, row) => total + row[of], 0);
    return {
      currency,
      agreed: sum("agreed"),
      hoped: sum("hoped"),
      most: Math.max(1, ...all.map(({ agreed, hoped }) => agreed + hoped)),
      stages: all,
    };
  });
}

/** An amount at a glance: "940", "14.8k", "148k", "1.07m". */
export function sayShort(amount: number): string {
  for (const [size, letter] of [
    [1e9, "bn"],
    [1e6, "m"],
    [1e3, "k"],
  ] as const)
    if (amount >= size * 0.9995) return `${Number((amount / size).toPrecision(3))}${letter}`;
  return String(Math.round(amount));
}
