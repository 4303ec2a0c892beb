"use client";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { use, useTransition } from "react";

import { planAgainAction, settleFollowUpAction, snoozeFollowUpAction } from "./actions.ts";
import { fetchPart } from "#components/fetch-part.ts";
import { RowLeaving } from "#components/row-done.ts";
import { showToast } from "#components/show-toast.ts";
import { type Outcome, sentence } from "#lib/outcome.ts";
import { backTo } from "#lib/schedule/back-to.ts";

type Props = {
  followUpId: string;
  prospectId: string;
  name: string;
  channel: string;
  at: Date;
  zone: string;
  isHeld: boolean;
  /** What it brings and asks, as the log sheet takes it. */
  planned?: string;
};

/** Clocks and their words, which only a snooze needs. */
const loadTime = () => fetchPart(() => import("#lib/follow-up/local-time.ts"));

/** What can be done with a follow-up where it stands: done (and logged), snoozed through the gate, mended, cancelled. */
export function FollowUpActions({ followUpId, prospectId, name, channel, at, zone, isHeld, planned }: Props) {
  const router = useRouter();
  const { leave, comeBack } = use(RowLeaving);
  const [pending, start] = useTransition();
  const mendPath = `/prospects/${prospectId}?mend=${followUpId}` as Route;

  /** To the next working day, unless another is asked for. */
  function snooze(asked: Date | null) {
    leave();
    start(async () => {
      const time = await loadTime();
      const until = asked ?? nextWorkingDay(time, at, zone);
      const outcome = await snoozeFollowUpAction(null, { followUpId, until, clientKey: crypto.randomUUID() });
      if (outcome.ok) showToast({ text: `Moved to ${time.sayDay(zone, until)}.`, act: { name: "Undo", run: undoSnooze } });
      else {
        comeBack();
        await offerNextTime(outcome);
      }
      router.refresh();
    });
  }

  /** Through the gate, too: it may have closed meanwhile. */
  function undoSnooze() {
    start(async () => {
      const outcome = await snoozeFollowUpAction(null, { followUpId, until: backTo(at, new Date()), clientKey: crypto.randomUUID() });
      if (outcome.ok) {
        comeBack();
        showToast({ text: "Back where it was." });
      } else await offerNextTime(outcome);
      router.refresh();
    });
  }

  async function offerNextTime(outcome: Outcome<unknown> & { ok: false }) {
    const { sayDay } = await loadTime();
    const next = outcome.problem.code === "refused" ? outcome.problem.nextAllowedAt : null;
    const act = next ? { name: `Move to ${sayDay(zone, next)}`, run: () => snooze(next) } : undefined;
    showToast({ text: sentence(outcome.problem), tone: "more", ...(act && { act }) });
  }

  function cancel() {
    leave();
    start(async () => {
      const outcome = await settleFollowUpAction(null, { followUpId, as: "cancelled" });
      if (!outcome.ok) comeBack();
      showToast(
        outcome.ok ? { text: "Cancelled.", act: { name: "Undo", run: undoCancel } } : { text: sentence(outcome.problem), tone: "more" },
      );
      router.refresh();
    });
  }

  /** Through the gate like any plan: meanwhile its time may have passed, or they may have asked for something else. */
  function undoCancel() {
    start(async () => {
      const outcome = await planAgainAction(null, { followUpId, clientKey: crypto.randomUUID() });
      showToast(
        outcome.ok
          ? { text: "Back on the schedule." }
          : { text: sentence(outcome.problem), tone: "more", link: { href: `/prospects/${prospectId}`, name: `Open ${name}` } },
      );
      router.refresh();
    });
  }

  return (
    <span className="row-do" aria-busy={pending}>
      {!isHeld && (
        <button
          type="button"
          className="btn btn-main"
          data-open-log
          data-key="e"
          data-prospect-id={prospectId}
          data-prospect-name={name}
          data-follow-up-id={followUpId}
          data-channel={channel}
          data-planned={planned}
        >
          Done
        </button>
      )}
      {!isHeld && (channel === "phone" || channel === "email") && (
        <button
          type="button"
          className="btn"
          data-hand-off={channel}
          data-prospect-id={prospectId}
          data-prospect-name={name}
          data-follow-up-id={followUpId}
        >
          {channel === "phone" ? "Call" : "Write"}
        </button>
      )}
      {isHeld && (
        <Link className="btn btn-main" href={mendPath}>
          Mend
        </Link>
      )}
      {isHeld && (
        <button
          type="button"
          className="btn"
          data-plan-next
          data-key="u"
          data-prospect-id={prospectId}
          data-prospect-name={name}
          data-follow-up-id={followUpId}
        >
          Use what is suggested
        </button>
      )}
      {!isHeld && (
        <button type="button" className="btn" data-key="s" disabled={pending} onClick={() => snooze(null)}>
          Snooze
        </button>
      )}
      {!isHeld && (
        <Link className="btn" href={mendPath}>
          Change
        </Link>
      )}
      <button type="button" className="btn btn-quiet" disabled={pending} onClick={cancel}>
        Cancel it
      </button>
    </span>
  );
}

type LocalTime = Awaited<ReturnType<typeof loadTime>>;

/** The next business day after today or the planned day, whichever is later, at the same hour of theirs. */
function nextWorkingDay({ addBusinessDays, instantAt, localDay, localMinutes }: LocalTime, at: Date, zone: string): Date {
  const from = Math.max(localDay(zone, at), localDay(zone, new Date()));
  return instantAt(zone, addBusinessDays(from, 1), localMinutes(zone, at));
}
