import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { ActButton } from "#components/act-button.tsx";
import { Empty } from "#components/empty.tsx";
import { NoticeList } from "#components/notice-list.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { countUnread, listNotices } from "#lib/notices/queries.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { markReadAction } from "./actions.ts";

export const metadata: Metadata = { title: "Notices" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What prospects chose that changes what one plans, the newest first (C3). Looking marks nothing as read. */
export default async function NoticesPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { cursor } = await searchParams;
  const [page, unread] = await Promise.all([listNotices(actor, typeof cursor === "string" ? cursor : ""), countUnread(actor)]);
  return (
    <>
      <PageHead title="Notices" note={unread === 0 ? "All read" : `${unread >= 100 ? "99 or more" : unread} unread`}>
        {unread > 0 ? (
          <ActButton action={markReadAction} fields={{ noticeId: "all" }} done="All marked as read.">
            Mark all read
          </ActButton>
        ) : null}
      </PageHead>
      {page.rows.length === 0 ? (
        <Empty
          title="Nothing to tell"
          acts={
            <Link className="btn" href={"/today" as Route}>
              Back to today
            </Link>
          }
        >
          When somebody you work with pauses, stops, names a day or asks about their data, you are told here at once, with what had to come
          off your schedule.
        </Empty>
      ) : (
        <NoticeList notices={page.rows} markRead={markReadAction} zone={actor.timeZone} now={requestTime()} />
      )}
      <Pager path="/notices" query={{}} next={page.next} previous={page.previous} />
    </>
  );
}
