import { addressOf } from "#components/pager.tsx";
import type { IconName } from "#components/icons.ts";
import type { Place } from "#components/places.ts";
import { switchTheme } from "#components/theme-toggle.tsx";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { listNames, type View } from "#lib/views/saved-view.ts";

/** One line of the palette: somewhere to go, or something to do. */
export type Command = {
  id: string;
  name: string;
  detail?: string;
  icon: IconName;
  keys?: string;
  href?: string;
  run?: () => void;
  keepsOpen?: boolean;
  /** Found by the server for the words typed, so that it may be gone with the next letter. */
  isFound?: boolean;
};
export type Section = { name: string; commands: Command[] };

type Deeds = { planWith: () => void; signOut: () => void };

/** What can be done with the record whose page is open. */
export function recordCommands(path: string): Command[] {
  const id = /^\/prospects\/([0-9a-f-]{36})/.exec(path)?.[1];
  const name = id ? document.querySelector<HTMLElement>(`main [data-prospect-id="${id}"]`)?.dataset.prospectName : undefined;
  if (!name) return [];
  return [
    { id: "log-here", name: `Log a touch with ${name}`, icon: "chat", keys: "l", run: openLog },
    { id: "plan-here", name: `Plan a follow-up with ${name}`, icon: "calendar", keys: "f", href: `/prospects/${id}?tab=plan` },
    { id: "edit-here", name: `Edit ${name}`, icon: "edit", href: `/prospects/${id}/edit` },
    { id: "consent-here", name: `What ${name} agreed to`, icon: "agree", href: `/prospects/${id}/consent` },
  ];
}

/** What can be done anywhere. */
export function deskCommands({ planWith, signOut }: Deeds): Command[] {
  const save = document.querySelector<HTMLElement>("[data-save-view]");
  return [
    ...(save ? [{ id: "save-view", name: "Save this view", icon: "plus" as const, run: () => openForm(save) }] : []),
    { id: "log", name: "Log a touch", icon: "chat", keys: "l", run: openLog },
    { id: "plan", name: "Plan a follow-up", detail: "with whom?", icon: "calendar", run: planWith, keepsOpen: true },
    { id: "person", name: "Add a person", icon: "people", href: "/prospects/new" },
    { id: "company", name: "Add a company", icon: "company", href: "/companies/new" },
    { id: "deal", name: "Open a deal", icon: "deals", href: "/deals/new" },
    { id: "asset", name: "Add to the library", icon: "library", href: "/library/new" },
    { id: "import", name: "Import leads", icon: "import", href: "/import" },
    { id: "theme", name: "Switch between light and dark", icon: "moon", run: switchTheme },
    { id: "keys", name: "Show all keys", icon: "keys", keys: "?", run: pressKeys },
    { id: "sign-out", name: "Sign out", icon: "door", run: signOut },
  ];
}

/** Opens the form under a summary and goes into it. */
function openForm(summary: HTMLElement) {
  const form = summary.closest("details")!;
  form.open = true;
  form.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
}

const openLog = () => window.dispatchEvent(new CustomEvent("open-log", { detail: null }));
const pressKeys = () => document.querySelector<HTMLElement>("[data-open-keys]")?.click();

export const pageCommands = (places: Place[]): Command[] =>
  places.map(({ href, name, icon, key }) => ({ id: `go-${href}`, name, icon, href, ...(key && { keys: `g ${key}` }) }));

export const viewCommands = (views: View[]): Command[] =>
  views.map(({ id, name, list, query, pinned }) => ({
    ...{ id: `view-${id}`, name, detail: `${listNames[list]} view`, icon: pinned ? "flag" : "eye" },
    href: addressOf(`/${list}`, query),
  }));

/** Those of which a word begins with each word that is typed. */
export function matching(commands: Command[], typed: string): Command[] {
  const words = partsOf(typed);
  return commands.filter(({ name }) => words.length > 0 && words.every((word) => partsOf(name).some((part) => part.startsWith(word))));
}

const partsOf = (text: string) =>
  foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
