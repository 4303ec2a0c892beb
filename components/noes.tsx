import type { Route } from "next";
import Link from "next/link";

import { ActButton } from "#components/act-button.tsx";
import type { FormAction } from "#components/action-form.tsx";
import { Finding } from "#components/balance/finding.tsx";
import { Rule } from "#components/rule.tsx";
import type { RecordedNo } from "#lib/consent/noes.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate, sayWhen } from "#lib/follow-up/say-when.ts";
import { channelNames } from "#lib/follow-up/vocabulary.ts";
import type { NoLedger } from "#lib/scoring/no-ledger.ts";
import { mustAnswer, type ObjectionKind, objectionNames } from "#lib/touches/objection.ts";

type Props = { prospectId: string; ledger: NoLedger; zone: string; now: Date; close: FormAction; reopen: FormAction; isClosed: boolean };

/** Every no of theirs, what became of it, and the one thing that is left to do (C5, C6). */
export function Noes({ prospectId, ledger, zone, now, close, reopen, isClosed }: Props) {
  const { noes, standing, of } = ledger;
  if (noes.length === 0) return null;
  return (
    <section className="noes">
      <div className="head">
        <h2>Noes</h2>
        {standing > 0 ? (
          <span className="meta">
            No {standing} of {of} <Rule id="C6" />
          </span>
        ) : null}
      </div>
      <ol>
        {noes.map((no) => (
          <No key={no.id} no={no} zone={zone} now={now} />
        ))}
      </ol>
      {ledger.next?.do === "reply" ? <Reply prospectId={prospectId} no={ledger.next.no} /> : null}
      {ledger.next?.do === "close" ? <Close {...{ prospectId, next: ledger.next, zone, now, close, reopen, isClosed }} /> : null}
    </section>
  );
}

function No({ no, zone, now }: { no: RecordedNo; zone: string; now: Date }) {
  const [tone, icon, word] = no.answered
    ? (["welcome", "agree", "they warmed to us since"] as const)
    : no.replied
      ? (["none", "reply", "answered once; it stands"] as const)
      : (["more", "no", "not answered"] as const);
  return (
    <li>
      <p className="quote">“{no.words}”</p>
      <p className="meta">
        {objectionNames[no.kind as ObjectionKind]}, {sayWhen(zone, new Date(no.at), now)}
        {no.channel ? `, ${channelNames[no.channel].toLowerCase()}` : ""}
      </p>
      <Finding tone={tone} icon={icon}>
        {word}
      </Finding>
    </li>
  );
}

function Reply({ prospectId, no }: { prospectId: string; no: RecordedNo }) {
  const way = no.channel ? `by ${channelNames[no.channel].toLowerCase()}` : "the same way";
  return (
    <div className="noes-next">
      <p className="soft">
        One considered reply is open, {way}. {mustAnswer[no.kind as ObjectionKind]} <Rule id="C5" />
      </p>
      <Link className="btn" href={`/prospects/${prospectId}?tab=plan&begin=answer.${no.id}` as Route} prefetch={false}>
        Answer this no
      </Link>
    </div>
  );
}

type CloseProps = Omit<Props, "ledger"> & { next: Extract<NoLedger["next"], { do: "close" }> };

function Close({ prospectId, next: { mayBePlanned, until }, zone, now, close, reopen, isClosed }: CloseProps) {
  const opens = until && dateOf(localDay(zone, until));
  const today = dateOf(localDay(zone, now));
  const rests = opens && opens > today ? ` until ${sayDate(opens, today)}` : "";
  return (
    <div className="noes-next">
      <p className="soft">
        {isClosed
          ? `Closed kindly: nothing goes out${rests}. If they come back, the door is open.`
          : mayBePlanned
            ? `The no stands: nothing goes out${rests}. Close the record kindly now, or plan a kind close for then, asking nothing.`
            : `That was the last word: nothing more goes out${rests}, not even thanks. Close the record kindly; if they come back, the door is open.`}{" "}
        <Rule id={mayBePlanned ? "G3" : "C6"} />
      </p>
      {isClosed ? null : <CloseKindlyButton {...{ prospectId, close, reopen }} />}
      {mayBePlanned && !isClosed ? (
        <Link className="btn btn-quiet" href={`/prospects/${prospectId}?tab=plan&begin=close` as Route} prefetch={false}>
          Plan the kind close
        </Link>
      ) : null}
    </div>
  );
}

/** Leaves well in one press: no message, what is planned taken off, the record at rest. */
export function CloseKindlyButton({ prospectId, close, reopen }: Pick<Props, "prospectId" | "close" | "reopen">) {
  return (
    <ActButton
      className="btn"
      action={close}
      undo={reopen}
      fields={{ prospectId }}
      done="Closed kindly. Nothing was sent, what was planned is off, and the door is open."
    >
      Close kindly, send nothing
    </ActButton>
  );
}
