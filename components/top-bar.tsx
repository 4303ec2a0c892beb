import Link from "next/link";
import type { Route } from "next";

import { Crumb } from "#components/crumb.tsx";
import { Icon } from "#components/icon.tsx";
import { SearchBox } from "#components/search-box.tsx";

export function TopBar() {
  return (
    <header className="top">
      <Crumb />
      <SearchBox>
        <Icon name="search" />
        <input id="search" name="q" type="search" placeholder="Search prospects" aria-label="Search prospects" autoComplete="off" />
        <kbd aria-hidden="true">/</kbd>
      </SearchBox>
      <Link className="top-search" href={"/prospects" as Route} aria-label="Search prospects">
        <Icon name="search" />
      </Link>
      <button type="button" className="btn" data-open-log aria-keyshortcuts="l">
        <Icon name="chat" />
        Log <kbd aria-hidden="true">L</kbd>
      </button>
    </header>
  );
}
