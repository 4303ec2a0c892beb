import type { Route } from "next";
import Link from "next/link";

import { FollowUpActions } from "../schedule/follow-up-actions.tsx";
import { AskActions } from "./ask-actions.tsx";
import { PromiseActions } from "./promise-actions.tsx";
import { Choose } from "./queue.tsx";
import { SuggestedLine } from "./suggested-line.tsx";
import { Icon } from "#components/icon.tsx";
import { channelIcons, type IconName } from "#components/icons.ts";
import { VerdictWord } from "#components/verdict-word.tsx";
import { localDay } from "#lib/follow-up/local-time.ts";
import { sayClock, sayPlace } from "#lib/follow-up/say-when.ts";
import type { QueueRow } from "#lib/today/queue.ts";
import { sayLast, whyHere } from "#lib/today/words.ts";

const icons: Record<QueueRow["group"], IconName> = {
  promised: "flag",
  answered: "reply",
  "called-back": "phone",
  due: "clock",
  held: "pause",
  "left-alone": "wave",
  "not-asked": "ask",
};

/** Whose next touch is still to be found: the others have one, or wait for something else. */
const wantsNext: ReadonlySet<QueueRow["group"]> = new Set(["answered", "called-back", "held", "left-alone"]);

/** `mayAsk`: asking them by mail needs nothing more. */
type Props = { row: QueueRow; entryKey: string; viewerZone: string; now: Date; today: number; mayAsk: boolean };

/** One person to turn to: who, why now, what to bring, the verdict on what is planned, the last exchange, their clock, and what can be done here. */
export function QueueItem({ row, entryKey, viewerZone, now, today, mayAsk }: Props) {
  const { group, prospectId, name, companyName, timeZone, channel, at } = row;
  const zone = timeZone ?? viewerZone;
  const isPlanned = group === "due" || group === "held";
  return (
    <div className="row" data-row data-prospect-id={prospectId} data-prospect-name={name}>
      <Icon name={isPlanned && channel ? channelIcons[channel] : icons[group]} />
      <Choose entryKey={entryKey} name={name} />
      <span className="who">
        <b className="cut">
          <Link href={`/prospects/${prospectId}` as Route} prefetch={false}>
            {name}
          </Link>
        </b>
        <span className="cut">{companyName}</span>
      </span>
      <span className="last cut">{sayLast(row, viewerZone, now)}</span>
      {row.verdict ? (
        <VerdictWord verdict={row.verdict} value={row.value} bar={row.bar} nextAllowedAt={row.nextAllowedAt} zone={zone} />
      ) : (
        <span className="mini" />
      )}
      <span className="clock">
        {isPlanned && localDay(viewerZone, at) >= today ? sayClock(zone, at) : sayClock(zone, now)}
        <span>{timeZone ? sayPlace(timeZone) : "zone not known"}</span>
      </span>
      <span className="why">{whyHere(row, viewerZone, now)}</span>
      {wantsNext.has(group) && <SuggestedLine prospectId={prospectId} />}
      <Acts row={row} zone={zone} mayAsk={mayAsk} />
    </div>
  );
}

function Acts({ row, zone, mayAsk }: { row: QueueRow; zone: string; mayAsk: boolean }) {
  const { group, id, prospectId, name, channel, at } = row;
  if (group === "promised") return <PromiseActions stepId={id} prospectId={prospectId} name={name} />;
  if (group === "not-asked")
    return mayAsk ? <AskActions prospectId={prospectId} name={name} /> : <AskByHand prospectId={prospectId} name={name} />;
  if (group === "due" || group === "held") {
    const planned = { offerKind: row.offerKind, assetId: row.offerAssetId ?? "", offerText: row.offerText ?? "", ask: row.ask };
    return (
      <FollowUpActions
        {...{ followUpId: id, prospectId, name, at, zone, channel: channel! }}
        isHeld={group === "held"}
        planned={JSON.stringify(planned)}
      />
    );
  }
  return (
    <span className="row-do">
      <button type="button" className="btn btn-main" data-plan-next data-key="u" data-prospect-id={prospectId} data-prospect-name={name}>
        Plan the next
      </button>
      <button type="button" className="btn" data-open-log data-key="e" data-prospect-id={prospectId} data-prospect-name={name}>
        Log
      </button>
    </span>
  );
}

/** Where a mail would need a reason first, the record says which, and makes the link that is handed over (C9). */
function AskByHand({ prospectId, name }: { prospectId: string; name: string }) {
  return (
    <span className="row-do">
      <Link className="btn btn-main" href={`/prospects/${prospectId}` as Route} prefetch={false} data-key="u">
        How to ask {name}
      </Link>
      <button type="button" className="btn" data-open-log data-key="e" data-prospect-id={prospectId} data-prospect-name={name}>
        Log
      </button>
    </span>
  );
}
