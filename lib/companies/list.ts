import { z } from "zod";

import { chosenColumns, one, writeColumns } from "#lib/list-address.ts";

export const CompanyColumn = z.enum(["country", "people", "deals", "last", "owner", "added"]);
export type CompanyColumn = z.infer<typeof CompanyColumn>;

export const companyColumnNames: Record<CompanyColumn, string> = {
  country: "Country",
  people: "People",
  deals: "Open deals",
  last: "Last exchange",
  owner: "Owner",
  added: "Added",
};
export const usualCompanyColumns: CompanyColumn[] = ["country", "people", "deals", "last", "owner"];

export const CompanySort = z.enum(["name", "recent"]);
export type CompanySort = z.infer<typeof CompanySort>;
export const companySortNames: Record<CompanySort, string> = { name: "Name", recent: "Recently added" };

/** What the address of the list says. Anything unreadable is as if it were not there. */
export const CompanyListQuery = z.object({
  q: z.preprocess(one, z.string().trim().max(200)).catch(""),
  state: z.preprocess(one, z.enum(["current", "archived"])).catch("current"),
  sort: z.preprocess(one, CompanySort).catch("name"),
  cols: chosenColumns(CompanyColumn, usualCompanyColumns),
  cursor: z.preprocess(one, z.string().max(2_000)).catch(""),
});
export type CompanyListQuery = z.output<typeof CompanyListQuery>;

/** The query as its shortest address: what is usual is left out, and the page, too. */
export const askedOfCompanies = ({ q, state, sort, cols }: CompanyListQuery) => ({
  ...{ q, state: state === "archived" ? "archived" : "", sort: sort === "name" ? "" : sort },
  cols: writeColumns(cols, usualCompanyColumns),
});
