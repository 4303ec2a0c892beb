import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

import { ActButton } from "#components/act-button.tsx";
import type { FormAction } from "#components/action-form.tsx";
import { Assessment } from "#components/assessment.tsx";
import { OnRecord, Position, Reach } from "#components/editable-facts.tsx";
import { Icon } from "#components/icon.tsx";
import { KnownFacts } from "#components/known-facts.tsx";
import { sayMoney } from "#lib/deals/money.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayClock, sayDistance, sayPlace, sayWhen } from "#lib/follow-up/say-when.ts";
import { relationshipNames, subscriberNames } from "#lib/prospects/prospect-fields.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";

export type RecordActions = Record<
  | "edit"
  | "addFact"
  | "retractFact"
  | "restoreFact"
  | "assess"
  | "archive"
  | "restore"
  | "addNextStep"
  | "settleNextStep"
  | "reopenNextStep",
  FormAction
>;

type Props = {
  record: ProspectRecord;
  viewerZone: string;
  now: Date;
  actions: RecordActions;
  /** What they agreed to, as the preferences room tells it (C1, C2). */
  agreement: ReactNode;
  /** Too much or too little of them, as the record stands (D3, P2). */
  persistence: ReactNode;
  /** What was given, promised and is unused (V2–V4), and who is around them (D9). */
  between: ReactNode;
};

/** The record's left column: who this is, what they agreed to, what is known and how, what is at stake. */
export function RecordFacts({ record, viewerZone, now, actions, agreement, persistence, between }: Props) {
  const today = dateOf(localDay(viewerZone, now));
  return (
    <>
      <Head record={record} viewerZone={viewerZone} now={now} actions={actions} />
      {agreement}
      <section>
        <h2>To reach them</h2>
        <Reach record={record} edit={actions.edit} />
      </section>
      <KnownFacts record={record} viewerZone={viewerZone} now={now} actions={actions} />
      {between}
      <Deals record={record} />
      <Assessment record={record} today={today} assess={actions.assess} />
      {persistence}
      <section>
        <h2>This record</h2>
        <OnRecord record={record} edit={actions.edit} />
        <Fact label="Owner" value={record.owner.name} />
        <Fact label="How it began" value={relationshipNames[record.relationship]} />
        <Fact label="They are" value={subscriberNames[record.subscriberKind]} />
        <Fact label="Added" value={sayWhen(viewerZone, record.createdAt, now)} />
        <Link className="remedy" href={`/prospects/${record.id}/merge` as Route} prefetch={false}>
          Merge with another record
        </Link>
      </section>
    </>
  );
}

function Head({ record, viewerZone, now, actions }: Pick<Props, "record" | "viewerZone" | "now" | "actions">) {
  const { timeZone } = record;
  const distance = timeZone ? sayDistance(timeZone, viewerZone, now) : "";
  const fields = { prospectId: record.id };
  return (
    <header className="facts-head">
      <h1>{record.name}</h1>
      <Position record={record} edit={actions.edit} />
      <p className="meta">
        {timeZone
          ? `${sayClock(timeZone, now)} in ${sayPlace(timeZone)}${distance ? `, ${distance}` : ", as with you"}`
          : "Their time zone is not known"}
      </p>
      {record.archivedAt ? (
        <p className="finding t-none">
          <Icon name="pause" />
          Archived {sayWhen(viewerZone, record.archivedAt, now)}
        </p>
      ) : null}
      <div className="facts-acts">
        {record.archivedAt ? (
          <ActButton action={actions.restore} fields={fields} done={`${record.name} is back on the lists.`}>
            Restore
          </ActButton>
        ) : (
          <>
            <Link className="btn" href={`/prospects/${record.id}/edit` as Route} prefetch={false}>
              <Icon name="edit" />
              Edit
            </Link>
            <ActButton
              className="btn btn-quiet"
              action={actions.archive}
              undo={actions.restore}
              fields={fields}
              done={`${record.name} is archived.`}
            >
              Archive
            </ActButton>
          </>
        )}
      </div>
    </header>
  );
}

function Deals({ record }: { record: ProspectRecord }) {
  return (
    <section>
      <h2>{record.deals.length > 1 ? "Deals" : "Deal"}</h2>
      {record.deals.map(({ id, title, stage, stageKind, agreed, amount, currency }) => (
        <div className="fact" key={id}>
          <p>
            <Link href={`/deals/${id}` as Route}>{title}</Link>
          </p>
          <p className="soft">
            {stage}
            {stageKind === "open" ? (agreed ? ", agreed" : ", hoped") : ""}
          </p>
          <p>{sayMoney(amount, currency)}</p>
        </div>
      ))}
      <Link className="remedy" href={`/deals/new?prospectId=${record.id}` as Route} prefetch={false}>
        Open a deal
      </Link>
    </section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <dl className="fact">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </dl>
  );
}
