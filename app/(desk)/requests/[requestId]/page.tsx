import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";

import { CrumbName } from "#components/crumb.tsx";
import { Icon } from "#components/icon.tsx";
import { PageHead } from "#components/page-head.tsx";
import { isId } from "#lib/field.ts";
import { dayOf, sayDayInFull } from "#lib/follow-up/local-time.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { sayDayOf } from "#lib/preferences/words.ts";
import { findRequest, type RequestRow } from "#lib/rights/queries.ts";
import { groundNames, requestNames, stopsContact, wayNames } from "#lib/rights/request.ts";
import { extendedTo, termOf } from "#lib/rights/terms.ts";
import { AnswerForms } from "./answer-forms.tsx";

export const metadata: Metadata = { title: "Data request" };

type Props = { params: Promise<{ requestId: string }> };

/** One request: what was asked, by when it is to be answered, and what answering does – in words, before it happens. */
export default async function RequestPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { requestId } = await params;
  const request = isId(requestId) ? await findRequest({ actor, now: requestTime() }, requestId) : null;
  if (!request) notFound();
  const name = request.name ?? "Erased person";
  const more = request.extendedBecause ? null : extendedTo(termOf(request.law), request.dueOn);
  return (
    <>
      <CrumbName name={name} />
      <PageHead title={`${requestNames[request.kind]}: ${name}`} note={sayCame(request, actor.timeZone)}>
        {request.name ? (
          <Link className="btn" href={`/prospects/${request.prospectId}?tab=facts` as Route}>
            Open the record
          </Link>
        ) : null}
      </PageHead>
      <div className="request">
        <Asked request={request} zone={actor.timeZone} />
        {request.state === "open" ? <AnswerForms request={request} furtherUntil={more && sayDayInFull(dayOf(more))} /> : null}
      </div>
    </>
  );
}

const sayCame = ({ cameBy, receivedAt, recordedBy }: RequestRow, zone: string) =>
  `Came ${wayNames[cameBy]} on ${sayDayOf(zone, receivedAt)}${recordedBy ? `, written down by ${recordedBy}` : ""}`;

function Asked({ request, zone }: { request: RequestRow; zone: string }) {
  const { about, words, dueOn, isOverdue, law, extendedBecause, kind, state } = request;
  return (
    <section aria-label="What was asked">
      {about ? <p className="said">About: {about}</p> : null}
      {words ? <p className="said">“{words}”</p> : null}
      {stopsContact(kind) ? <p className="soft">Nobody contacts them since it came; what was planned is taken off (C4).</p> : null}
      {state === "open" ? (
        <p className={isOverdue ? "finding t-never" : "finding t-soon"}>
          <Icon name="clock" />
          Answer by {sayDayInFull(dayOf(dueOn))}
          {isOverdue ? ", overdue" : ""}
        </p>
      ) : (
        <p>
          {state === "done" ? "Done" : "Refused"} on {sayDayOf(zone, request.answeredAt!)} by {request.answeredBy}.{" "}
          {request.ground ? `${groundNames[request.ground]}.` : ""} {request.answer}
        </p>
      )}
      {extendedBecause ? <p className="soft">More time was taken: {extendedBecause}</p> : null}
      <p className="meta">
        {termOf(law).name}.{" "}
        <a href={termOf(law).source} rel="noreferrer">
          Source
        </a>
        . A plain reading for planning, not legal advice.
      </p>
    </section>
  );
}
