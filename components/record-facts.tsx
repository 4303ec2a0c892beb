import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

import { ActButton } from "#components/act-button.tsx";
import type { FormAction } from "#components/action-form.tsx";
import { Assessment } from "#components/assessment.tsx";
import { HandOff } from "#components/hand-off-link.tsx";
import { Icon } from "#components/icon.tsx";
import { KnownFacts } from "#components/known-facts.tsx";
import { sayMoney } from "#lib/deals/money.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayClock, sayDistance, sayPlace, sayWhen } from "#lib/follow-up/say-when.ts";
import { countryName } from "#lib/prospects/countries.ts";
import { relationshipNames, subscriberNames } from "#lib/prospects/prospect-fields.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";

export type RecordActions = Record<
  "addFact" | "retractFact" | "assess" | "archive" | "restore" | "addNextStep" | "settleNextStep",
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
};

/** The record's left column: who this is, what they agreed to, what is known and how, what is at stake. */
export function RecordFacts({ record, viewerZone, now, actions, agreement, persistence }: Props) {
  const today = dateOf(localDay(viewerZone, now));
  return (
    <>
      <Head record={record} viewerZone={viewerZone} now={now} actions={actions} />
      {agreement}
      <section>
        <h2>To reach them</h2>
        <Reach points={record.contactPoints} person={record} />
        <Link className="remedy" href={`/prospects/${record.id}/edit` as Route} prefetch={false}>
          {record.contactPoints.length > 0 ? "Change" : "Add a way to reach them"}
        </Link>
      </section>
      <KnownFacts record={record} viewerZone={viewerZone} now={now} add={actions.addFact} retract={actions.retractFact} />
      <Deals record={record} />
      <Assessment record={record} today={today} assess={actions.assess} />
      {persistence}
      <section>
        <h2>This record</h2>
        <Fact label="From" value={record.source ?? "not said – add where you have it from"} />
        <Fact label="Owner" value={record.owner.name} />
        <Fact label="How it began" value={relationshipNames[record.relationship]} />
        <Fact label="They are" value={subscriberNames[record.subscriberKind]} />
        {record.country ? <Fact label="Country" value={[countryName(record.country), record.region].filter(Boolean).join(", ")} /> : null}
        <Fact label="Added" value={sayWhen(viewerZone, record.createdAt, now)} />
        <Link className="remedy" href={`/prospects/${record.id}/merge` as Route} prefetch={false}>
          Merge with another record
        </Link>
      </section>
    </>
  );
}

function Head({ record, viewerZone, now, actions }: Pick<Props, "record" | "viewerZone" | "now" | "actions">) {
  const { company, timeZone } = record;
  const distance = timeZone ? sayDistance(timeZone, viewerZone, now) : "";
  const fields = { prospectId: record.id };
  return (
    <header className="facts-head">
      <h1>{record.name}</h1>
      {record.jobTitle || company ? (
        <p className="soft">
          {record.jobTitle}
          {record.jobTitle && company ? ", " : null}
          {company?.visible ? <Link href={`/companies/${company.id}` as Route}>{company.name}</Link> : company?.name}
        </p>
      ) : null}
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

const reachNames = { email: "E-mail", phone: "Phone", linkedin: "LinkedIn", address: "Address" } as const;

function Reach({ points, person }: { points: ProspectRecord["contactPoints"]; person: Pick<ProspectRecord, "id" | "name"> }) {
  if (points.length === 0) return <p className="soft">No address, number or profile yet.</p>;
  return points.map(({ id, kind, value, normalised, invalidAt }) => (
    <dl className="fact" key={id}>
      <dt>{reachNames[kind]}</dt>
      <dd>
        {kind === "linkedin" && normalised.startsWith("https://www.linkedin.com/") ? (
          <a href={normalised} rel="noreferrer noopener" target="_blank">
            {normalised.replace("https://www.", "")}
          </a>
        ) : (kind === "phone" || kind === "email") && !invalidAt ? (
          <HandOff by={kind} person={person} address={normalised}>
            {value}
          </HandOff>
        ) : (
          value
        )}
      </dd>
      {invalidAt ? (
        <dd>
          <Icon name="ban" />
          no longer in use
        </dd>
      ) : null}
    </dl>
  ));
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
