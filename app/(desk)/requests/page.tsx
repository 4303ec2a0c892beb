import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";

import { Empty } from "#components/empty.tsx";
import { Icon } from "#components/icon.tsx";
import { PageHead } from "#components/page-head.tsx";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate, sayWhen } from "#lib/follow-up/say-when.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { listRequests, type RequestRow } from "#lib/rights/queries.ts";
import { requestNames, wayNames } from "#lib/rights/request.ts";

export const metadata: Metadata = { title: "Data requests" };

/** What people ask about the data held on them, the first due first (C8). */
export default async function RequestsPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "answer-data-requests")) notFound();
  const now = requestTime();
  const { open, answered } = await listRequests({ actor, now });
  const overdue = open.filter(({ isOverdue }) => isOverdue).length;
  const clock = { zone: actor.timeZone, now };
  return (
    <>
      <PageHead title="Data requests" note={`${open.length} open${overdue > 0 ? `, ${overdue} overdue` : ""}`} />
      {open.length === 0 ? (
        <Empty title="Nothing to answer">
          Here you find what people ask about the data held on them: to have it, to correct it, to be erased. It comes from their own page,
          or from a colleague who heard it by mail or phone.
        </Empty>
      ) : (
        <Requests rows={open} label="Open requests" {...clock} />
      )}
      {answered.length > 0 ? (
        <section className="requests-answered" aria-labelledby="answered">
          <h2 id="answered">Answered</h2>
          <Requests rows={answered} label="Answered requests" {...clock} />
        </section>
      ) : null}
      <p className="meta requests-note">The days are a plain reading of the law for planning, not legal advice.</p>
    </>
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
