import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { archiveDealAction, editDealAction, moveDealAction, restoreDealAction, undoMoveAction } from "../actions.ts";
import { DealFields } from "../deal-fields.tsx";
import { ActButton } from "#components/act-button.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { Agreed } from "#components/agreed.tsx";
import { CrumbName } from "#components/crumb.tsx";
import { EditHistory } from "#components/edit-history.tsx";
import { Icon } from "#components/icon.tsx";
import { MoveForm } from "#components/move-form.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { StageAge } from "#components/stage-age.tsx";
import { dealFieldNames } from "#lib/deals/deal-fields.ts";
import { sayMoney } from "#lib/deals/money.ts";
import { sayOrigin } from "#lib/deals/their-date.ts";
import { type DealRecord, findDeal, listStageChanges, listStages, type StageStep } from "#lib/deals/queries.ts";
import { listEdits } from "#lib/events/queries.ts";
import { isId, toDay } from "#lib/field.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate, sayWhen } from "#lib/follow-up/say-when.ts";
import { Cursor } from "#lib/list-address.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";

export const metadata: Metadata = { title: "Deal" };

const Query = z.object({ moves: Cursor, edits: Cursor });
type Props = { params: Promise<{ dealId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DealPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { dealId } = await params;
  if (!isId(dealId)) notFound();
  const cursors = Query.parse(await searchParams);
  const [deal, changes, stages, edits] = await Promise.all([
    findDeal(actor, dealId),
    listStageChanges(actor, dealId, cursors.moves),
    listStages(actor),
    listEdits(actor, "deal.edited", dealId, cursors.edits),
  ]);
  if (!deal) notFound();
  const now = requestTime();
  const path = `/deals/${dealId}`;

  return (
    <>
      <CrumbName name={deal.title} />
      <PageHead title={deal.title} note={sayMoney(deal.amount, deal.currency)}>
        {deal.archivedAt ? (
          <ActButton action={restoreDealAction} fields={{ dealId }} done={`${deal.title} is back.`}>
            Restore
          </ActButton>
        ) : null}
      </PageHead>
      <div className="two-columns">
        <div>
          <About deal={deal} zone={actor.timeZone} now={now} />
          <section>
            <h2>How it came here</h2>
            <History changes={changes.rows} zone={actor.timeZone} now={now} />
            <Pager path={path} query={{}} name="moves" next={changes.next} previous={changes.previous} />
          </section>
        </div>
        <div>
          {deal.archivedAt ? null : (
            <section id="move">
              <h2>{deal.stageKind === "open" ? "Move it" : "Open it again"}</h2>
              <MoveForm key={deal.version} deal={deal} stages={stages} action={moveDealAction} undo={undoMoveAction} />
            </section>
          )}
          <Change deal={deal} />
          <EditHistory page={edits} cursor={cursors.edits} path={path} names={dealFieldNames} zone={actor.timeZone} now={now} />
        </div>
      </div>
    </>
  );
}

function About({ deal, zone, now }: { deal: DealRecord; zone: string; now: Date }) {
  const today = dateOf(localDay(zone, now));
  const who = (name: string | null, id: string | null, visible: boolean, place: string) =>
    name && (visible ? <Link href={`/${place}/${id}` as Route}>{name}</Link> : name);
  return (
    <section className="deal-about">
      <h2>
        {deal.stageName} {deal.stageKind === "open" ? <Agreed agreed={deal.agreed} /> : null}
      </h2>
      {deal.stageKind === "open" ? <StageAge since={deal.stageSince} usualDays={deal.usualDays} now={now} /> : null}
      {deal.step ? (
        <p className="deal-step">
          {deal.step}
          {deal.stepDueOn ? <span className="soft"> by {sayDate(toDay(deal.stepDueOn)!, today)}</span> : null}
        </p>
      ) : (
        <p className="soft deal-step">No next step yet. Ask them what they would like to do next.</p>
      )}
      {deal.prospectName ? (
        <dl className="fact">
          <dt>With</dt>
          <dd>{who(deal.prospectName, deal.prospectId, deal.prospectVisible, "prospects")}</dd>
        </dl>
      ) : null}
      {deal.companyName ? (
        <dl className="fact">
          <dt>Company</dt>
          <dd>{who(deal.companyName, deal.companyId, deal.companyVisible, "companies")}</dd>
        </dl>
      ) : null}
      <dl className="fact">
        <dt>They decide by</dt>
        <dd>{deal.closeOn ? `${sayDate(toDay(deal.closeOn)!, today)}, ${sayOrigin(deal.closeOnFrom)}` : "not known yet"}</dd>
      </dl>
      <dl className="fact">
        <dt>Owner</dt>
        <dd>{deal.ownerName}</dd>
      </dl>
    </section>
  );
}

function History({ changes, zone, now }: { changes: StageStep[]; zone: string; now: Date }) {
  if (changes.length === 0) return <p className="soft">Its history begins with the next move.</p>;
  return (
    <ol className="events">
      {changes.map(({ id, stageName, agreed, agreement, at, byName }) => (
        <li key={id}>
          <span className={agreed ? "dot t-welcome" : "dot"}>
            <Icon name={agreed ? "flag" : "hope"} />
          </span>
          <div>
            <p className="what">{stageName}</p>
            <p className="soft">
              {agreed ? "Agreed" : "Hoped"}
              {agreement ? `: ${agreement}` : ""}
              {byName ? ` (${byName})` : ""}
            </p>
          </div>
          <time dateTime={at.toISOString()}>{sayWhen(zone, at, now)}</time>
        </li>
      ))}
    </ol>
  );
}

function Change({ deal }: { deal: DealRecord }) {
  if (deal.archivedAt) return null;
  return (
    <section>
      <h2>This deal</h2>
      <details className="more-form">
        <summary>Edit</summary>
        <ActionForm
          key={deal.version}
          action={editDealAction}
          submit="Save"
          done="Saved."
          insist={{ name: "insist", label: "Save what stands here" }}
          keep={`deal:${deal.id}`}
        >
          <input type="hidden" name="dealId" value={deal.id} />
          <input type="hidden" name="version" value={deal.version} />
          <DealFields
            title={deal.title}
            amount={deal.amount}
            currency={deal.currency}
            {...{ closeOn: toDay(deal.closeOn), closeOnFrom: deal.closeOnFrom }}
          />
        </ActionForm>
      </details>
      <ActButton
        className="remedy"
        action={archiveDealAction}
        undo={restoreDealAction}
        fields={{ dealId: deal.id }}
        done={`${deal.title} is archived.`}
      >
        Archive, if it was made by mistake
      </ActButton>
    </section>
  );
}
