import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { recordRequestAction } from "../../requests/actions.ts";
import { recordActions } from "../record-actions.ts";
import { Composer } from "./composer.tsx";
import { HardMoments, RecordNoes, RecordReferrals } from "./moments.tsx";
import { askAction, issueLinkAction, noteTermsAction, revokeLinksAction } from "./preference-actions.ts";
import { Agreement } from "#components/agreement.tsx";
import { CrumbName } from "#components/crumb.tsx";
import { DataRequests } from "#components/data-requests.tsx";
import { Lookalikes } from "#components/lookalikes.tsx";
import { NextSteps } from "#components/next-step.tsx";
import { PeopleAround } from "#components/people-around.tsx";
import { PersistenceMeter } from "#components/persistence-meter.tsx";
import { RecordFacts } from "#components/record-facts.tsx";
import { Timeline } from "#components/timeline.tsx";
import { ValueBetween } from "#components/value-between.tsx";
import { listColleaguesOf } from "#lib/companies/queries.ts";
import { permissionsAt } from "#lib/consent/permissions.ts";
import { findLastAsk } from "#lib/mail/queries.ts";
import { may } from "#lib/people/roles.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { answerOf, whyNotAsk } from "#lib/preferences/asking.ts";
import { lawOfAsking } from "#lib/preferences/law-of-asking.ts";
import { listTermVersions } from "#lib/preferences/queries.ts";
import { findKept, findLookalikes } from "#lib/prospects/merge-queries.ts";
import { findMoments } from "#lib/prospects/moment-queries.ts";
import { findProspectRecord } from "#lib/prospects/queries.ts";
import { listOpenRequestsOf } from "#lib/rights/queries.ts";
import { Begin } from "#lib/schedule/begin.ts";
import { findPlanDesk } from "#lib/schedule/desk-queries.ts";
import { saySuggested } from "#lib/schedule/say-suggested.ts";
import { valueBetween } from "#lib/scoring/between.ts";
import { findTimeline } from "#lib/touches/queries.ts";
import { findSimilarReceptions } from "#lib/value/queries.ts";
import { Show } from "#lib/touches/timeline.ts";

export const metadata: Metadata = { title: "Prospect" };

const Query = z.object({
  show: Show.default("all"),
  before: z.string().optional().catch(undefined),
  /** Which part a phone shows. */
  tab: z.enum(["plan", "timeline", "facts"]).catch("timeline"),
  /** A scheduled or held follow-up to change. */
  mend: z.uuid().nullable().catch(null),
  /** What a new plan begins with. */
  begin: Begin.nullable().catch(null),
});

type Props = { params: Promise<{ prospectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProspectPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { prospectId } = await params;
  if (!z.uuid().safeParse(prospectId).success) notFound();
  const { show, before, tab: chosen, mend, begin } = Query.parse({ mend: null, begin: null, ...(await searchParams) });
  const now = requestTime();

  const record = await findProspectRecord(actor, prospectId);
  if (!record) {
    const kept = await findKept({ actor }, prospectId);
    if (kept) redirect(`/prospects/${kept}`);
    notFound();
  }
  const [timeline, { form, persistence }, versions, lastAsk, requests, lookalikes, moments, colleagues] = await Promise.all([
    findTimeline(actor, prospectId, { show, before: before ?? null }),
    findPlanDesk({ actor, now }, prospectId, mend, begin),
    listTermVersions(actor, prospectId),
    findLastAsk(actor, prospectId),
    listOpenRequestsOf({ actor, now }, prospectId),
    findLookalikes(actor, prospectId),
    findMoments({ actor, now }, prospectId),
    record.company ? listColleaguesOf(actor, record.company.id, prospectId) : [],
  ]);
  if (!moments) notFound();
  const { dossier, policy, zone } = form;
  const between = valueBetween(dossier, actor.timeZone, now);
  const similar = await findSimilarReceptions(
    actor,
    prospectId,
    between.unused.slice(0, 4).map(({ id }) => id),
  );
  const known = { record, moments, dossier, policy, zone, viewerZone: actor.timeZone, now };
  const tab = mend || begin ? "plan" : chosen;
  const consent = { ...dossier, place: dossier.person, own: policy.law, zone };
  const agreement = (
    <Agreement
      prospectId={prospectId}
      name={record.givenName ?? record.name}
      versions={versions}
      ledger={dossier.ledger}
      viewerZone={actor.timeZone}
      now={now}
      asking={{
        answer: answerOf(dossier.terms),
        last: lastAsk,
        whyNot: whyNotAsk(dossier, zone, now),
        law: lawOfAsking(consent, now),
        hasEmail: record.contactPoints.some(({ kind, invalidAt }) => kind === "email" && !invalidAt),
      }}
      ask={askAction}
      note={noteTermsAction}
      issueLink={issueLinkAction}
      revokeLinks={revokeLinksAction}
      zone={zone}
      permissions={permissionsAt(consent, now)}
    />
  );

  return (
    <div className="record" data-tab={tab} data-prospect-id={prospectId} data-prospect-name={record.name}>
      <CrumbName name={record.name} />
      {tab !== "facts" && <h1 className="record-title">{record.name}</h1>}
      <nav className="record-tabs" aria-label="Parts of the record">
        {(["timeline", "plan", "facts"] as const).map((each) => (
          <Link
            key={each}
            href={`/prospects/${prospectId}?tab=${each}` as Route}
            aria-current={each === tab ? "true" : undefined}
            scroll={false}
            replace
          >
            {{ timeline: "Timeline", plan: "Plan", facts: "Facts" }[each]}
          </Link>
        ))}
      </nav>
      <aside className="facts" aria-label="Facts">
        <Lookalikes prospectId={prospectId} perhaps={lookalikes} />
        <RecordFacts
          actions={recordActions}
          record={record}
          viewerZone={actor.timeZone}
          now={now}
          agreement={
            <>
              {agreement}
              <RecordNoes {...known} />
            </>
          }
          persistence={<PersistenceMeter persistence={persistence} />}
          between={
            <>
              <ValueBetween record={record} {...between} similar={similar} viewerZone={actor.timeZone} now={now} />
              <PeopleAround company={record.company} people={colleagues} viewerZone={actor.timeZone} now={now} />
            </>
          }
        />
        <RecordReferrals {...known} />
        <DataRequests prospectId={prospectId} name={record.givenName ?? record.name} open={requests} record={recordRequestAction} />
      </aside>
      <section className="timeline" aria-label="Timeline">
        <NextSteps actions={recordActions} record={record} viewerZone={actor.timeZone} now={now} />
        <HardMoments {...known} />
        <Timeline
          entries={timeline.rows}
          older={timeline.next}
          show={show}
          person={{ id: prospectId, name: record.name }}
          viewer={{ userId: actor.userId, timeZone: actor.timeZone, mayCorrectAny: may(actor, "correct-any-touch") }}
          now={now}
          suggestion={form.suggested && !record.archivedAt ? saySuggested(form.suggested, { ...dossier, zone, now }) : null}
        />
      </section>
      <aside className="pane" aria-label="Plan a follow-up">
        {record.archivedAt ? (
          <p className="pane-note">This record is archived. Restore it to plan a follow-up.</p>
        ) : (
          <Composer key={mend ?? form.begun ?? "new"} {...form} />
        )}
      </aside>
    </div>
  );
}
