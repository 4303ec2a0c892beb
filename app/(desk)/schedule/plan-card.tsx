import type { Route } from "next";
import Link from "next/link";
import type { KeyboardEvent, PointerEvent } from "react";

import type { WeekRow } from "./use-move.ts";
import { channelIcons } from "#components/icons.ts";
import { Icon } from "#components/icon.tsx";
import { sayClock } from "#lib/follow-up/say-when.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";

type Props = {
  row: WeekRow;
  zone: string;
  isMoving: boolean;
  onPointerDown: (event: PointerEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
};

/** One planned follow-up in its slot: the viewer's time first, theirs beside it. */
export function PlanCard({ row, zone, isMoving, onPointerDown, onKeyDown, onBlur }: Props) {
  const { id, prospectId, name, companyName, timeZone, channel, at, state, ownerName, mine, way } = row;
  const theirs = timeZone ?? zone;
  const isHeld = state === "held";
  return (
    <div
      className={`plan-card${isHeld ? " is-held" : ""}${isMoving ? " moving" : ""}`}
      data-plan={id}
      data-row
      data-prospect-id={prospectId}
      data-prospect-name={name}
      onPointerDown={onPointerDown}
      onDragStart={(event) => event.preventDefault()}
    >
      <span className="grip" aria-hidden="true" />
      <Link
        href={`/prospects/${prospectId}?mend=${id}` as Route}
        prefetch={false}
        draggable={false}
        aria-describedby="week-how"
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <Icon name={isHeld ? "pause" : channelIcons[channel as Channel]} />
        <span className="sr">{isHeld ? "Taken off: " : ""}</span>
        <b className="cut">{name}</b>
        <span className="sr">, {way}</span>
      </Link>
      <span className="num">
        {sayClock(zone, at)}
        {theirs === zone ? "" : <span className="meta"> {sayClock(theirs, at)} theirs</span>}
      </span>
      {companyName ? <span className="meta cut">{companyName}</span> : null}
      {isHeld ? <span className="meta t-soon">Taken off</span> : null}
      {mine ? null : <span className="meta cut">{ownerName}</span>}
    </div>
  );
}
