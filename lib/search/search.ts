import { z } from "zod";

import { one } from "#lib/list-address.ts";

/** What can be found by words. A note is what was said or written in a touch. */
export const Group = z.enum(["people", "companies", "deals", "notes"]);
export type Group = z.infer<typeof Group>;

export const groupNames: Record<Group, string> = { people: "People", companies: "Companies", deals: "Deals", notes: "Notes" };

/** What the address of a search says. Without `in` it is about everything; anything unreadable is as if it were not there. */
export const SearchQuery = z.object({
  q: z.preprocess(one, z.string().trim().max(200)).catch(""),
  in: z.preprocess(one, Group.optional()).catch(undefined),
  cursor: z.preprocess(one, z.string().max(2_000)).catch(""),
});
export type SearchQuery = z.output<typeof SearchQuery>;

/** Something found, and where it is; `near` when it is spelt otherwise than asked. */
export type Hit = { id: string; href: string; name: string; detail: string; near: boolean };
export type Found = { hits: Hit[]; next: string | null };
export type FoundGroups = Partial<Record<Group, Found>>;
