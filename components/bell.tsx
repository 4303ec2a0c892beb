import Link from "next/link";
import type { Route } from "next";

import { Icon } from "#components/icon.tsx";

/** How much one has not read yet, and the way to it. */
export function Bell({ unread }: { unread: number }) {
  const label = unread === 0 ? "Notices, none unread" : `Notices, ${unread >= 100 ? "99 or more" : unread} unread`;
  return (
    <Link className="bell" href={"/notices" as Route} aria-label={label}>
      <Icon name="bell" />
      {unread > 0 ? (
        <span className="count" aria-hidden="true">
          {unread >= 100 ? "99+" : unread}
        </span>
      ) : null}
    </Link>
  );
}
