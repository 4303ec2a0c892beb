import Link from "next/link";
import type { Route } from "next";

import { Bell } from "#components/bell.tsx";
import { Crumb } from "#components/crumb.tsx";
import { Icon } from "#components/icon.tsx";
import { placeNames } from "#components/places.ts";
import { SearchBox } from "#components/search-box.tsx";

/** `unread` counts what the viewer was told and has not read. */
export function TopBar({ unread }: { unread: number }) {
  return (
    <header className="top">
      <Crumb places={placeNames} />
      <SearchBox>
        <Icon name="search" />
        <input
          id="search"
          name="q"
          type="search"
          placeholder="Search"
          aria-label="Search people, companies, deals and notes"
          autoComplete="off"
        />
        <kbd aria-hidden="true">/</kbd>
        <button type="button" className="command-open" data-open-palette aria-label="Command palette" aria-keyshortcuts="Meta+K Control+K">
          <kbd aria-hidden="true">⌘K</kbd>
        </button>
      </SearchBox>
      <Link className="top-search" href={"/search" as Route} data-open-palette aria-label="Search">
        <Icon name="search" />
      </Link>
      <Bell unread={unread} />
      <button type="button" className="btn" data-open-log aria-keyshortcuts="l">
        <Icon name="chat" />
        Log <kbd aria-hidden="true">L</kbd>
      </button>
    </header>
  );
}
