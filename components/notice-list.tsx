import type { Route } from "next";
import Link from "next/link";

import { ActButton } from "#components/act-button.tsx";
import type { FormAction } from "#components/action-form.tsx";
import { remedyWords } from "#components/balance/reasons.tsx";
import { Icon } from "#components/icon.tsx";
import { channelIcons, type IconName } from "#components/icons.ts";
import { Rule } from "#components/rule.tsx";
import { sayWhen } from "#lib/follow-up/say-when.ts";
import { channelNames } from "#lib/follow-up/vocabulary.ts";
import { type HeldPlan, type Notice, type NoticeKind, sayNotice } from "#lib/notices/notice.ts";

const looks: Record<NoticeKind, { icon: IconName; tone: string }> = {
  chosen: { icon: "said", tone: "t-welcome" },
  paused: { icon: "pause", tone: "t-soon" },
  resumed: { icon: "reply", tone: "t-welcome" },
  "call-back": { icon: "clock", tone: "t-soon" },
  stopped: { icon: "ban", tone: "t-never" },
  undone: { icon: "reply", tone: "t-welcome" },
  "someone-else": { icon: "people", tone: "t-confirm" },
  answered: { icon: "reply", tone: "t-confirm" },
  changed: { icon: "sliders", tone: "t-none" },
  merged: { icon: "people", tone: "t-confirm" },
  export: { icon: "flag", tone: "t-confirm" },
  correct: { icon: "flag", tone: "t-confirm" },
  erase: { icon: "ban", tone: "t-never" },
  object: { icon: "ban", tone: "t-never" },
};

type Props = { notices: Notice[]; markRead: FormAction; zone: string; now: Date };

/** What one was told, each with what had to come off the schedule, why, and what mends it. */
export function NoticeList({ notices, markRead, zone, now }: Props) {
  return (
    <ol className="notices">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} {...{ notice, markRead, zone, now }} />
      ))}
    </ol>
  );
}

function NoticeLine({ notice, markRead, zone, now }: Omit<Props, "notices"> & { notice: Notice }) {
  const { id, kind, prospectId, data, createdAt, readAt } = notice;
  const { icon, tone } = looks[kind];
  const { sentence, rule } = sayNotice(notice);
  return (
    <li className={readAt ? undefined : "unread"} data-row data-prospect-id={prospectId} data-prospect-name={notice.who}>
      <span className={`finding ${tone}`}>
        <Icon name={icon} />
      </span>
      <div className="what">
        <Link href={`/prospects/${prospectId}` as Route} prefetch={false}>
          {sentence}
        </Link>{" "}
        <Rule id={rule} />{" "}
        <time className="meta" dateTime={createdAt.toISOString()}>
          {sayWhen(zone, createdAt, now)}
        </time>
        {data.held.map((plan) => (
          <Taken key={plan.followUpId} {...{ plan, prospectId, zone, now }} />
        ))}
      </div>
      {readAt ? null : (
        <ActButton action={markRead} fields={{ noticeId: id }} done="Marked as read." className="btn btn-quiet">
          Mark read
        </ActButton>
      )}
    </li>
  );
}

function Taken({ plan, prospectId, zone, now }: { plan: HeldPlan; prospectId: string; zone: string; now: Date }) {
  const { channel, at, reason, remedy, followUpId } = plan;
  return (
    <p className="taken">
      <Icon name={channelIcons[channel]} /> {channelNames[channel]} for {sayWhen(zone, at, now)} was taken off. {reason}{" "}
      <Link href={`/prospects/${prospectId}?tab=plan&mend=${followUpId}` as Route} prefetch={false}>
        {remedy ? remedyWords(remedy, zone) : "Mend it or drop it"}
      </Link>
    </p>
  );
}
