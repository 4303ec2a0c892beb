import { ActButton } from "#components/act-button.tsx";
import { Icon } from "#components/icon.tsx";
import type { IconName } from "#components/icons.ts";
import { sayClock, sayWhen } from "#lib/follow-up/say-when.ts";
import type { MailKind } from "#lib/mail/message.ts";
import type { MailRow, MailState } from "#lib/mail/queries.ts";
import { retryMailAction } from "./actions.ts";

const kinds: Record<MailKind, string> = {
  invitation: "Invitation",
  "password-reset": "New password",
  ask: "How they want to be contacted",
  "preference-link": "Their own link",
  "data-request": "About their data",
  digest: "Daily digest",
};

const looks: Record<MailState, { icon: IconName; tone: string; name: string }> = {
  queued: { icon: "clock", tone: "t-soon", name: "Waits" },
  sent: { icon: "check", tone: "t-welcome", name: "Sent" },
  failed: { icon: "ban", tone: "t-never", name: "Given up" },
  dropped: { icon: "pause", tone: "t-none", name: "Not sent" },
};

type Props = { mail: MailRow; zone: string; now: Date };

/** One message: to whom, about what, what became of it; and where nothing is sent, its words. */
export function Message({ mail, zone, now }: Props) {
  const { id, kind, to, toName, subject, state, createdAt, lastError, text } = mail;
  const { icon, tone, name } = looks[state];
  return (
    <li>
      <time className="meta" dateTime={createdAt.toISOString()}>
        {sayWhen(zone, createdAt, now)}, {sayClock(zone, createdAt)}
      </time>
      <span className="who">
        {toName ?? to} {toName ? <span className="meta">{to}</span> : null}
      </span>
      <span className="outbox-what">
        <b>{subject}</b> <span className="meta">{kinds[kind]}</span>
        {lastError && state !== "sent" ? <span className="outbox-why">{lastError}</span> : null}
        {text ? (
          <details>
            <summary>Read it</summary>
            <p className="outbox-words">{withLinks(text)}</p>
          </details>
        ) : null}
      </span>
      <span className="outbox-state">
        <span className={`finding ${tone}`}>
          <Icon name={icon} />
          {name}
        </span>
        <Next mail={mail} zone={zone} now={now} />
        {state === "failed" && mail.hasWords ? (
          <ActButton action={retryMailAction} fields={{ mailId: id }} done="It is tried again.">
            Try again
          </ActButton>
        ) : null}
      </span>
    </li>
  );
}

function Next({ mail: { state, attempts, nextTryAt, sentAt }, zone, now }: Props) {
  if (sentAt)
    return (
      <span className="meta">
        {sayWhen(zone, sentAt, now)}, {sayClock(zone, sentAt)}
      </span>
    );
  if (state !== "queued" || attempts === 0) return null;
  return (
    <span className="meta">
      tried {attempts === 1 ? "once" : `${attempts} times`}, again at {sayClock(zone, nextTryAt)}
    </span>
  );
}

/** The words with their addresses as links, so that they can be followed where no mail is sent. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- the same words always split alike
      <a key={index} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
