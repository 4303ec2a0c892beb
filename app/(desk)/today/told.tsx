import Link from "next/link";
import type { Route } from "next";

import { NoticeList } from "#components/notice-list.tsx";
import type { Notice } from "#lib/notices/notice.ts";
import { markReadAction } from "../notices/actions.ts";

/** What changed with somebody and was not read yet: known before the day's first touch (C3). */
export function Told({ notices, zone, now }: { notices: Notice[]; zone: string; now: Date }) {
  return (
    <section className="told" aria-labelledby="told">
      <div className="head">
        <h2 id="told">Before you start</h2>
        <Link className="meta" href={"/notices" as Route}>
          All notices
        </Link>
      </div>
      <NoticeList notices={notices} markRead={markReadAction} zone={zone} now={now} />
    </section>
  );
}
