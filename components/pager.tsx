import type { Route } from "next";
import Link from "next/link";

import { Icon } from "#components/icon.tsx";

type Props = {
  path: string;
  query: Record<string, string | undefined>;
  next: string | null;
  previous: string | null;
  /** What the page is called in the address, where a page shows several lists. */
  name?: string;
};

/** Next and previous page of a list. The first page has neither when everything fits. */
export function Pager({ path, query, next, previous, name = "cursor" }: Props) {
  if (!next && !previous) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {previous ? (
        <Link className="btn" href={addressOf(path, { ...query, [name]: previous })} prefetch={false} rel="prev">
          <Icon name="left" />
          Previous
        </Link>
      ) : null}
      {next ? (
        <Link className="btn" href={addressOf(path, { ...query, [name]: next })} prefetch={false} rel="next">
          Next
          <Icon name="right" />
        </Link>
      ) : null}
    </nav>
  );
}

/** An address in the app with what is set of a query. */
export function addressOf(path: string, query: Record<string, string | undefined>): Route {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return (set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path) as Route;
}
