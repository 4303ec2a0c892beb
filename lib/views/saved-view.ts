import { z } from "zod";

import { askedOfCompanies, CompanyListQuery } from "#lib/companies/list.ts";
import { askedOfDeals, DealListQuery } from "#lib/deals/list.ts";
import { line, oneLine } from "#lib/field.ts";
import { askedOfProspects, ProspectListQuery } from "#lib/prospects/list.ts";

export const List = z.enum(["prospects", "companies", "deals"]);
export type List = z.infer<typeof List>;

export const listNames: Record<List, string> = { prospects: "Prospects", companies: "Companies", deals: "Deals" };

const readers: Record<List, (said: unknown) => Record<string, string>> = {
  prospects: (said) => askedOfProspects(ProspectListQuery.parse(said)),
  companies: (said) => askedOfCompanies(CompanyListQuery.parse(said)),
  deals: (said) => askedOfDeals(DealListQuery.parse(said)),
};

/** What a view asks its list for, as the list's own schema reads it: what is unknown to it is dropped, what is usual is left out. */
export function readQuery(list: List, said: unknown): Record<string, string> {
  const isRecord = typeof said === "object" && said !== null && !Array.isArray(said);
  const asked = Object.entries(readers[list](isRecord ? said : {})).map(([key, value]) => [key, oneLine(value)] as const);
  return Object.fromEntries(asked.filter(([, value]) => value));
}

/** An address's query string as its fields; a field said twice is both. */
export function readAddress(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  return Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key).join(",")]));
}

/** A view as its reader sees it: `isShared` when it is the team's, `mayChange` when they may rename, share or remove it. */
export type View = {
  id: string;
  list: List;
  name: string;
  query: Record<string, string>;
  ownerName: string;
  isShared: boolean;
  mayChange: boolean;
  pinned: boolean;
};

export const isSameQuery = (a: Record<string, string>, b: Record<string, string>) =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value);

export const ViewName = line("Give it a name.", 60);
