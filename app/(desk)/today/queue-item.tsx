import type { Route } from "next";
import Link from "next/link";
import { sayClock, sayPlace } from "#lib/follow-up/say-when.ts";

import { FollowUpActions } from "../schedule/follow-up-actions.tsx";
import { PromiseActions } from "./promise-actions.tsx";
import { Icon } from "#components/icon.tsx";
import { channelIcons, type IconName } from "#components/icons.ts";
import { VerdictWord } from "#components/verdict-word.tsx";
import { localDay } from "#lib/follow-up/local-time.ts";
import type { QueueRow } from "#lib/today/queries.ts";
import { whyHere } from "#lib/today/words.ts";

const icons: Record<QueueRow["group"], IconName> = {
  promised: "flag",
  answered: "reply",
  due: "clock",
  held: "pause",
  "left-alone": "wave",
};

type Props = { row: QueueRow; viewerZone: string; now: Date; today: number };

/** One person to turn to: who, why now, the verdict on what is planned, their clock, and what can be done here. */
export function QueueItem({ row, viewerZone, now, today }: Props) {
  const { group, id, prospectId, name, companyName, timeZone, channel, at } = row;
  const zone = timeZone ?? viewerZone;
  const due = group === "due" || group === "held";
  return (
    <div className="row" data-row data-prospect-id={prospectId} data-prospect-name={name}>
      <Icon name={due && channel ? channelIcons[channel] : icons[group]} />
      <span className="who">
        <b className="cut">
          <Link href={`/prospects/${prospectId}` as Route} prefetch={false}>
            {name}
          </Link>
        </b>
        <span className="cut">{companyName}</span>
      </span>
      {row.verdict ? (
        <VerdictWord verdict={row.verdict} value={row.value} bar={row.bar} nextAllowedAt={row.nextAllowedAt} zone={zone} />
      ) : (
        <span className="mini" />
      )}
      <span className="clock">
        {due && localDay(viewerZone, at) >= today ? sayClock(zone, at) : sayClock(zone, now)}
        <span>{timeZone ? sayPlace(timeZone) : "zone not known"}</span>
      </span>
      <span className="why">{whyHere(row, viewerZone, now)}</span>
      {due && channel && (
        <FollowUpActions
          followUpId={id}
          prospectId={prospectId}
          name={name}
          channel={channel}
          at={at}
          zone={zone}
          isHeld={group === "held"}
        />
      )}
      {group === "promised" && <PromiseActions stepId={id} prospectId={prospectId} name={name} />}
      {(group === "answered" || group === "left-alone") && (
        <span className="row-do">
          <Link className="btn btn-main" href={`/prospects/${prospectId}?tab=plan` as Route} prefetch={false}>
            Plan
          </Link>
          <button type="button" className="btn" data-open-log data-key="e" data-prospect-id={prospectId} data-prospect-name={name}>
            Log
          </button>
        </span>
      )}
    </div>
  );
}
