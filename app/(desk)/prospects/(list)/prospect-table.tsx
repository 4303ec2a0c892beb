import type { Route } from "next";
import Link from "next/link";

import { Icon } from "#components/icon.tsx";
import { PersonState } from "#components/person-state.tsx";
import { sayClock, sayPlace, sayWhen } from "#lib/follow-up/say-when.ts";
import { countryName } from "#lib/prospects/countries.ts";
import { columnNames, type ProspectColumn } from "#lib/prospects/list.ts";
import type { ProspectRow } from "#lib/prospects/queries.ts";

type Props = { rows: ProspectRow[]; columns: ProspectColumn[]; viewerZone: string; now: Date };

/** The list: who, where, how it stands, what comes, whose – in the columns that were chosen. On a phone each row becomes a few lines. */
export function ProspectTable({ rows, columns, viewerZone, now }: Props) {
  return (
    <table className="list people-list">
      <thead>
        <tr>
          <th scope="col">Name</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={`h-${column}`}>
              {columnNames[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row data-prospect-id={row.id} data-prospect-name={row.name}>
            <th scope="row">
              <Link className="cut" href={`/prospects/${row.id}` as Route} prefetch={false}>
                {row.name}
              </Link>
              {row.jobTitle ? <span className="meta cut">{row.jobTitle}</span> : null}
            </th>
            {columns.map((column) => (
              <td key={column} className={`l-${column}`}>
                {column === "next" ? (
                  <WhatNext row={row} viewerZone={viewerZone} now={now} />
                ) : (
                  <span className="cut">{say[column](row, viewerZone, now)}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const say: Record<Exclude<ProspectColumn, "next">, (row: ProspectRow, viewerZone: string, now: Date) => string | null> = {
  company: (row) => row.companyName ?? row.primaryEmail,
  email: (row) => row.primaryEmail,
  country: (row) => row.country && countryName(row.country),
  last: sayLast,
  clock: (row, _zone, now) => (row.timeZone ? `${sayClock(row.timeZone, now)} ${sayPlace(row.timeZone)}` : "not known"),
  owner: (row) => row.ownerName,
  added: (row, zone, now) => sayWhen(zone, row.createdAt, now),
};

function WhatNext({ row, viewerZone, now }: { row: ProspectRow; viewerZone: string; now: Date }) {
  if (row.nextAt) return <Next at={row.nextAt} viewerZone={viewerZone} now={now} />;
  return <PersonState person={row} viewerZone={viewerZone} now={now} />;
}

function Next({ at, viewerZone, now }: { at: Date; viewerZone: string; now: Date }) {
  const said = `${sayWhen(viewerZone, at, now)}, ${sayClock(viewerZone, at)}`;
  if (at >= now) return <time dateTime={at.toISOString()}>{said}</time>;
  return (
    <span className="finding t-more">
      <Icon name="clock" />
      <time dateTime={at.toISOString()}>due {said}</time>
    </span>
  );
}

/** The last exchange in words: theirs first, then how often we went unanswered. */
function sayLast({ lastInboundAt, lastOutboundAt, unanswered }: ProspectRow, zone: string, now: Date): string {
  if (lastInboundAt && (!lastOutboundAt || lastInboundAt >= lastOutboundAt)) return `from them ${sayWhen(zone, lastInboundAt, now)}`;
  if (!lastOutboundAt) return "none yet";
  const when = sayWhen(zone, lastOutboundAt, now);
  return unanswered > 1 ? `${unanswered} unanswered, ${when}` : `from us ${when}`;
}
