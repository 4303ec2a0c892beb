import { z } from "zod";

import { chosenColumns, one, writeColumns } from "#lib/list-address.ts";
import { searchWords } from "#lib/prospects/search-text.ts";

/** What a list can be narrowed to. `left-alone`: silent for over three weeks with nothing planned (D3); `no-step`: active, with no next step and no reason (D8); `ends-soon`: what lets us contact them runs out within thirty days (C9). */
export const ProspectState = z.enum([
  "all",
  "planned",
  "unplanned",
  "no-step",
  "answered",
  "never-touched",
  "left-alone",
  "ends-soon",
  "paused",
  "stopped",
  "archived",
]);
export type ProspectState = z.infer<typeof ProspectState>;

/** Days without a word either way after which somebody counts as left alone (D3). House judgement. */
export const silentDays = 21;

export const ProspectSort = z.enum(["name", "next", "recent"]);
export type ProspectSort = z.infer<typeof ProspectSort>;

export const stateNames: Record<ProspectState, string> = {
  all: "Everyone",
  planned: "Something planned",
  unplanned: "Nothing planned",
  "no-step": "No next step",
  answered: "They wrote last",
  "never-touched": "Never contacted",
  "left-alone": "Left alone",
  "ends-soon": "Consent runs out soon",
  paused: "Paused",
  stopped: "Asked us to stop",
  archived: "Archived",
};

export const sortNames: Record<ProspectSort, string> = { name: "Name", next: "Next date", recent: "Recently added" };

export const ProspectColumn = z.enum(["company", "email", "country", "last", "next", "clock", "owner", "added"]);
export type ProspectColumn = z.infer<typeof ProspectColumn>;

export const columnNames: Record<ProspectColumn, string> = {
  company: "Company",
  email: "E-mail",
  country: "Country",
  last: "Last exchange",
  next: "Next",
  clock: "Their time",
  owner: "Owner",
  added: "Added",
};
export const usualColumns: ProspectColumn[] = ["company", "last", "next", "clock", "owner"];

/** What the address of a list says. Anything unreadable is as if it were not there. */
export const ProspectListQuery = z.object({
  q: z.preprocess(one, z.string().trim().max(200)).catch(""),
  owner: z.preprocess(one, z.union([z.uuid(), z.literal("me")])).catch("" as never),
  state: z.preprocess(one, ProspectState).catch("all"),
  sort: z.preprocess(one, ProspectSort).catch("name"),
  cols: chosenColumns(ProspectColumn, usualColumns),
  cursor: z.preprocess(one, z.string().max(2_000)).catch(""),
});
export type ProspectListQuery = z.output<typeof ProspectListQuery>;

/** Whether the list is narrowed at all, so that an empty one can say the right thing. */
export const isNarrowed = ({ q, owner, state }: Pick<ProspectListQuery, "q" | "owner" | "state">) =>
  searchWords(q).length > 0 || Boolean(owner) || state !== "all";

/** The query as its shortest address: what is usual is left out, and the page, too. */
export const askedOfProspects = ({ q, owner, state, sort, cols }: ProspectListQuery) => ({
  ...{ q, owner, state: state === "all" ? "" : state, sort: sort === "name" ? "" : sort },
  cols: writeColumns(cols, usualColumns),
});
