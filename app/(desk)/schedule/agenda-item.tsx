import type { Route } from "next";
import Link from "next/link";
import { sayClock } from "#lib/follow-up/say-when.ts";

import { FollowUpActions } from "./follow-up-actions.tsx";
import { Finding } from "#components/balance/finding.tsx";
import { channelIcons } from "#components/icons.ts";
import { Icon } from "#components/icon.tsx";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { AgendaRow } from "#lib/schedule/agenda-queries.ts";

/** One planned follow-up: the viewer's hour first, theirs below. */
export function AgendaItem({ row, viewerZone }: { row: AgendaRow; viewerZone: string }) {
  const { id, prospectId, name, companyName, timeZone, channel, at, state, helps, heldReason, shared, acceptedAt, ownerName, mine } = row;
  const zone = timeZone ?? viewerZone;
  const isHeld = state === "held";
  return (
    <div className="row" data-row data-prospect-id={prospectId} data-prospect-name={name}>
      <Icon name={channelIcons[channel as Channel]} />
      <span className="who">
        <b className="cut">
          <Link href={`/prospects/${prospectId}` as Route} prefetch={false}>
            {name}
          </Link>
        </b>
        <span className="cut">{companyName}</span>
      </span>
      <span className="mini">
        {isHeld ? (
          <Finding tone="soon" icon="pause">
            Taken off
          </Finding>
        ) : acceptedAt ? (
          <Finding tone="welcome" icon="agree">
            They said yes
          </Finding>
        ) : (
          <Finding tone="welcome" icon="yes">
            Welcome
          </Finding>
        )}
        {shared && !acceptedAt && !isHeld && <span className="meta cut">On their page</span>}
        {!mine && <span className="meta cut">{ownerName}</span>}
      </span>
      <span className="clock">
        {sayClock(viewerZone, at)}
        <span>{zone === viewerZone ? "" : `${sayClock(zone, at)} theirs`}</span>
      </span>
      <span className="why">{isHeld ? heldReason : helps}</span>
      <FollowUpActions followUpId={id} prospectId={prospectId} name={name} channel={channel} at={at} zone={zone} isHeld={isHeld} />
    </div>
  );
}
