import { z } from "zod";

import { chosenColumns, one, writeColumns } from "#lib/list-address.ts";

export const DealColumn = z.enum(["stage", "age", "pressure", "step", "closes", "amount", "owner"]);
export type DealColumn = z.infer<typeof DealColumn>;

export const dealColumnNames: Record<DealColumn, string> = {
  stage: "Stage",
  age: "In this stage",
  pressure: "Pressure",
  step: "Next step",
  closes: "They decide by",
  amount: "Amount",
  owner: "Owner",
};
export const usualDealColumns: DealColumn[] = ["stage", "age", "pressure", "amount", "owner"];

/** What the address of the deals says. Anything unreadable is as if it were not there. */
export const DealListQuery = z.object({
  view: z.preprocess(one, z.enum(["board", "table"])).catch("board"),
  owner: z.preprocess(one, z.union([z.uuid(), z.literal("me")])).catch("" as never),
  stage: z.preprocess(one, z.uuid()).catch(""),
  cols: chosenColumns(DealColumn, usualDealColumns),
  cursor: z.preprocess(one, z.string().max(2_000)).catch(""),
});
export type DealListQuery = z.output<typeof DealListQuery>;

/** The query as its shortest address: what is usual is left out, and the page, too. */
export const askedOfDeals = ({ view, owner, stage, cols }: DealListQuery) => ({
  ...{ view: view === "board" ? "" : view, owner, stage },
  cols: writeColumns(cols, usualDealColumns),
});
