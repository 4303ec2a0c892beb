import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { Empty } from "#components/empty.tsx";
import { Icon } from "#components/icon.tsx";
import { PageHead } from "#components/page-head.tsx";
import { addressOf, Pager } from "#components/pager.tsx";
import { Tabs } from "#components/tabs.tsx";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate, sayWhen } from "#lib/follow-up/say-when.ts";
import { Cursor } from "#lib/list-address.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { countOpenRequests, listRequests, type RequestRow } from "#lib/rights/queries.ts";
import { requestNames, wayNames } from "#lib/rights/request.ts";

export const metadata: Metadata = { title: "Data requests" };

const Query = z.object({ show: z.enum(["open", "answered"]).catch("open"), cursor: Cursor });
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What people ask about the data held on them, the first due first (C8). */
export default async function RequestsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "answer-data-requests")) notFound();
  const { show, cursor } = Query.parse(await searchParams);
  const now = requestTime();
  const [page, counts] = await Promise.all([listRequests({ actor, now }, show, cursor), countOpenRequests({ actor, now })]);
  const isOpen = show === "open";
  return (
    <>
      <PageHead
        title="Data requests"
        note={`${sayCount(counts.open)} open${counts.overdue > 0 ? `, ${sayCount(counts.overdue)} overdue` : ""}`}
      />
      <Tabs
        tabs={[
          { name: "Open", href: addressOf("/requests", {}), isCurrent: isOpen },
          { name: "Answered", href: addressOf("/requests", { show: "answered" }), isCurrent: !isOpen },
        ]}
      />
      {page.rows.length === 0 ? (
        <Nothing isOpen={isOpen} />
      ) : (
        <Requests rows={page.rows} label={isOpen ? "Open requests" : "Answered requests"} zone={actor.timeZone} now={now} />
      )}
      <Pager path="/requests" query={{ show: isOpen ? undefined : show }} next={page.next} previous={page.previous} />
      <p className="meta requests-note">The days are a plain reading of the law for planning, not legal advice.</p>
    </>
  );
}

const sayCount = (count: number) => (count < 100 ? String(count) : "100 or more");

function Nothing({ isOpen }: { isOpen: boolean }) {
  if (!isOpen) return <Empty title="Nothing answered yet">What was answered stands here, with the day and by whom: the proof of it.</Empty>;
  return (
    <Empty title="Nothing to answer">
      Here you find what people ask about the data held on them: to have it, to correct it, to be erased. It comes from their own page, or
      from a colleague who heard it by mail or phone.
    </Empty>
  );
}

function Requests({ rows, label, zone, now }: { rows: RequestRow[]; label: string; zone: string; now: Date }) {
  return (
    <ol className="behind" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} data-row>
          <span className="meta">
            <When row={row} zone={zone} now={now} />
          </span>
          <span className="who">
            <Link href={`/requests/${row.id}` as Route} prefetch={false}>
              {row.name ?? "Erased person"}
            </Link>
          </span>
          <span className="what">
            {requestNames[row.kind]}{" "}
            <span className="meta">
              {wayNames[row.cameBy]}, {sayWhen(zone, row.receivedAt, now)}
            </span>
          </span>
          <span className="by meta">{row.ownerName}</span>
        </li>
      ))}
    </ol>
  );
}

function When({ row, zone, now }: { row: RequestRow; zone: string; now: Date }) {
  if (row.answeredAt) return `${row.state === "refused" ? "refused" : "done"} ${sayWhen(zone, row.answeredAt, now)}`;
  const day = sayDate(row.dueOn, dateOf(localDay(zone, now)));
  if (!row.isOverdue) return `by ${day}`;
  return (
    <span className="finding t-never">
      <Icon name="clock" />
      {day}, overdue
    </span>
  );
}
