import { day, type Random } from "./random.ts";

export type Sizes = {
  prospects: number;
  touchpoints: number;
  companies: number;
  members: number;
  teams: number;
  plans: number;
  deals: number;
};

export const fullSizes: Sizes = {
  prospects: 100_000,
  touchpoints: 1_000_000,
  companies: 20_000,
  members: 100,
  teams: 12,
  plans: 40_000,
  deals: 15_000,
};

/** The same organisation, smaller: as many of everything as so many prospects have. */
export function sizesFor(prospects: number, touchpoints = prospects * 10): Sizes {
  const share = (of: number, least: number) => Math.max(least, Math.round((of * prospects) / fullSizes.prospects));
  const { companies, members, teams, plans, deals } = fullSizes;
  const smaller = { companies: share(companies, 5), members: share(members, 6), teams: share(teams, 2) };
  return { prospects, touchpoints, ...smaller, plans: share(plans, 40), deals: share(deals, 20) };
}

/** How far back the organisation's memory goes. */
export const memory = 547 * day;

export type Member = { id: string; name: string; email: string; role: "rep" | "manager" | "admin"; team: number };
export type Company = { id: string; name: string; owner: number; domain: string };
export type Place = { country: string; timeZone: string; language: string };

/** A prospect before it is written: what the rest of the history refers to. */
export type Person = {
  id: string;
  createdAt: number;
  given: string;
  family: string;
  company: number;
  owner: number;
  place: Place;
  email: string | null;
  phone: string | null;
};

/** What the generator knows while it writes. Everything is made from `random`, relative to `now`. */
export type World = {
  orgId: string;
  salt: string;
  now: number;
  random: Random;
  sizes: Sizes;
  teams: string[];
  members: Member[];
  /** Where in `members` the reps stand: the owners of records. */
  reps: number[];
  stages: { id: string; kind: string }[];
  assets: { id: string; title: string }[];
  companies: Company[];
  people: Person[];
};
