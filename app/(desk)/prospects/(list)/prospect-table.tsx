import type { Route } from "next";
import Link from "next/link";

import { Icon } from "#components/icon.tsx";
import { PersonState } from "#components/person-state.tsx";
import { sayClock, sayPlace, sayWhen } from "#lib/follow-up/say-when.ts";
import type { ProspectRow } from "#lib/prospects/queries.ts";

type Props = { rows: ProspectRow[]; viewerZone: string; now: Date };

/** The list: who, where, how it stands, what comes, whose. On a phone each row becomes two lines. */
export function ProspectTable({ rows, viewerZone, now }: Props) {
  return (
    <table className="list people-list">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Company</th>
          <th scope="col">Last exchange</th>
          <th scope="col">Next</th>
          <th scope="col">Their time</th>
          <th scope="col">Owner</th>
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
            <td className="l-company">
              <span className="cut">{row.companyName ?? row.primaryEmail}</span>
            </td>
            <td className="l-last">
              <span className="cut">{sayLast(row, viewerZone, now)}</span>
            </td>
            <td className="l-next">
              {row.nextAt ? (
                <Next at={row.nextAt} viewerZone={viewerZone} now={now} />
              ) : (
                <PersonState person={row} viewerZone={viewerZone} now={now} />
              )}
            </td>
            <td className="l-clock">
              <span className="cut">{row.timeZone ? `${sayClock(row.timeZone, now)} ${sayPlace(row.timeZone)}` : "not known"}</span>
            </td>
            <td className="l-owner">
              <span className="cut">{row.ownerName}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
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
