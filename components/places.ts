import type { Route } from "next";

import type { IconName } from "#components/icons.ts";
import type { Group } from "#lib/search/search.ts";

export type Place = { href: Route; name: string; icon: IconName; key?: string };

/** Where a desk's work is done, in the order of the rail; `key` is pressed after `g`. */
export const deskPlaces: Place[] = [
  { href: "/today" as Route, name: "Today", icon: "today", key: "t" },
  { href: "/prospects" as Route, name: "Prospects", icon: "people", key: "p" },
  { href: "/companies" as Route, name: "Companies", icon: "company", key: "c" },
  { href: "/deals" as Route, name: "Deals", icon: "deals", key: "d" },
  { href: "/schedule" as Route, name: "Schedule", icon: "calendar", key: "s" },
  { href: "/library" as Route, name: "Library", icon: "library", key: "l" },
  { href: "/import" as Route, name: "Import", icon: "import", key: "i" },
];

export const managerPlaces: Place[] = [
  { href: "/overview" as Route, name: "Overview", icon: "overview", key: "o" },
  { href: "/policy" as Route, name: "Policy", icon: "sliders", key: "y" },
  { href: "/law" as Route, name: "Law", icon: "agree" },
  { href: "/suppressions" as Route, name: "Do not contact", icon: "ban" },
];

export const adminPlaces: Place[] = [
  { href: "/people" as Route, name: "People", icon: "shield" },
  { href: "/outbox" as Route, name: "Outbox", icon: "mail" },
  { href: "/requests" as Route, name: "Data requests", icon: "flag" },
];

/** What the rail does not list, or lists below another place. */
const others: Place[] = [
  { href: "/library/templates" as Route, name: "Message templates", icon: "library" },
  { href: "/notices" as Route, name: "Notices", icon: "bell" },
  { href: "/search" as Route, name: "Search", icon: "search" },
  { href: "/settings" as Route, name: "Settings", icon: "sliders" },
];

/** What the top bar calls each place. */
export const placeNames = [...others, ...deskPlaces, ...managerPlaces, ...adminPlaces].map(({ href, name }) => ({ href, name }));

/** What stands before each kind of thing that is found. */
export const groupIcons: Record<Group, IconName> = { people: "people", companies: "company", deals: "deals", notes: "said" };
