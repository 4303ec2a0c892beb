import Link from "next/link";

import { addressOf } from "#components/pager.tsx";

type Props = { count: number; of: string; path: string; query?: Record<string, string | undefined> };

/** A number that leads to the rows behind it; nothing leads nowhere. `of` says to a screen reader what was counted. */
export function Count({ count, of, path, query = {} }: Props) {
  if (count === 0) return <span className="nil">0</span>;
  return (
    <Link href={addressOf(path, query)} prefetch={false} aria-label={`${count.toLocaleString("en-GB")} ${of}`}>
      {count.toLocaleString("en-GB")}
    </Link>
  );
}
