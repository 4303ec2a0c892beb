import Link from "next/link";

import { addressOf } from "#components/pager.tsx";

/** The way to earlier versions of something, and back to the latest. */
export function Earlier({ path, before, earlier }: { path: string; before: number | null; earlier: number | null }) {
  if (before === null && earlier === null) return null;
  return (
    <nav className="pager" aria-label="Versions">
      {before === null ? null : (
        <Link className="btn" href={addressOf(path, {})} prefetch={false}>
          The latest
        </Link>
      )}
      {earlier === null ? null : (
        <Link className="btn" href={addressOf(path, { before: String(earlier) })} prefetch={false} rel="next">
          Earlier ones
        </Link>
      )}
    </nav>
  );
}
