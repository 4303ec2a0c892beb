import type { ReactNode } from "react";

import { Icon } from "#components/icon.tsx";
import type { IconName } from "#components/icons.ts";
import { describeTerms, dayInWords } from "#lib/consent/terms.ts";
import { sayClock } from "#lib/follow-up/say-when.ts";
import type { PreferencePage } from "#lib/preferences/find-by-token.ts";
import { sayMoment } from "#lib/preferences/words.ts";
import { Press } from "./parts.tsx";

export const confirmations = ["saved", "paused", "resumed", "called-back", "stopped", "undone"] as const;
export type Done = (typeof confirmations)[number];

type Props = { token: string; done: Done; page: PreferencePage; zone: string; today: string };

/** Whether what the address claims to confirm is really how things stand. */
export function isTrue(done: Done, { terms, stoppedAt }: PreferencePage, today: string): boolean {
  if (done === "stopped") return stoppedAt !== null;
  if (!terms || stoppedAt) return false;
  if (done === "paused") return terms.pausedUntil !== null && terms.pausedUntil > today;
  return done !== "called-back" || (terms.callBackOn !== null && terms.callBackOn >= today);
}

/** The page after a choice: what was heard, what happens now, and the way back. */
export function Confirmation({ token, done, page, zone, today }: Props) {
  const { organisation, terms, stoppedAt, undoUntil, taken } = page;
  const change = (
    <a className="button" href={`/preferences/${token}`}>
      {done === "stopped" ? "Allow some contact again" : "Change something"}
    </a>
  );
  const others: [IconName, string] = ["people", `Everyone at ${organisation.name} sees this and is held to it.`];
  const off: [IconName, string][] =
    taken > 0 ? [["ban", taken === 1 ? "One planned contact was taken off." : `${taken} planned contacts were taken off.`]] : [];
  const wishes = terms ? describeTerms(terms, today).map((wish): [IconName, string] => ["said", wish]) : [];

  switch (done) {
    case "saved":
      return (
        <Answer
          tone="good"
          title="Saved"
          text={`We follow this from now on, ${sayMoment(zone, terms!.saidOn)}.`}
          next={[...wishes, ...off, others]}
        >
          {change}
          <Press token={token} action="stop" />
        </Answer>
      );
    case "paused":
      return (
        <Answer
          title={`Quiet until ${dayInWords(terms!.pausedUntil!)}`}
          sign="pause"
          text="Nobody contacts you before then. You can come back sooner, or stop for good."
          next={[...off, others]}
        >
          <Press token={token} action="resume" />
          <Press token={token} action="stop" />
        </Answer>
      );
    case "called-back": {
      const text = "Until then nobody asks you for anything. You may get something useful once or twice, never a request.";
      return (
        <Answer tone="good" title={`We come back to you on ${dayInWords(terms!.callBackOn!)}`} text={text} next={[...off, others]}>
          {change}
          <Press token={token} action="stop" />
        </Answer>
      );
    }
    case "stopped":
      return (
        <Answer
          title="Stopped"
          text={`Nobody at ${organisation.name} will contact you again, by any means. From ${sayMoment(zone, stoppedAt!)}.`}
          next={[
            ...off,
            ["shield", "No one here can undo this, whatever their role. Only you can, on this page."],
            ["mail", "You will get no e-mail to confirm it. This page is the proof; its address keeps working."],
          ]}
        >
          {undoUntil ? <Press token={token} action="undo-stop" /> : null}
          {change}
          {undoUntil ? <p className="hint">The undo works until {sayClock(zone, undoUntil)}.</p> : null}
        </Answer>
      );
    case "resumed":
    case "undone": {
      const text =
        done === "resumed"
          ? "The pause is over. We may contact you again, the way you chose."
          : "Everything is as it was before you pressed stop. What had been planned stays off.";
      return (
        <Answer tone="good" title={done === "resumed" ? "Welcome back" : "Undone"} text={text} next={[...wishes, others]}>
          {change}
          <Press token={token} action="stop" />
        </Answer>
      );
    }
  }
}

type AnswerProps = {
  title: string;
  text: string;
  next: [icon: IconName, sentence: string][];
  tone?: "good" | "calm";
  sign?: "check" | "pause";
  children: ReactNode;
};

function Answer({ title, text, next, tone = "calm", sign = "check", children }: AnswerProps) {
  return (
    <>
      <div className={`mark tone-${tone}`}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="11" fill="currentColor" />
          <path
            d={sign === "check" ? "M7.5 12.3l3 3 6-6.3" : "M10 8.5v7M14 8.5v7"}
            fill="none"
            stroke="var(--tint)"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      <h2 className="follows">What happens now</h2>
      <ul>
        {next.map(([icon, sentence]) => (
          <li key={sentence}>
            <Icon name={icon} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      <div className="answers">{children}</div>
    </>
  );
}
