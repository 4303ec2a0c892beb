import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

import { ActionForm } from "#components/action-form.tsx";
import { Empty } from "#components/empty.tsx";
import { Entry } from "#components/entry.tsx";
import { PageHead } from "#components/page-head.tsx";
import { findSuppressions, type GroupRow } from "#lib/consent/queries.ts";
import { localDay, sayDayInFull } from "#lib/follow-up/local-time.ts";
import { Channel, channelNames } from "#lib/follow-up/vocabulary.ts";
import { may } from "#lib/people/roles.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { liftSuppressionAction, suppressGroupAction } from "./actions.ts";

export const metadata: Metadata = { title: "Do not contact" };

const channels = [{ value: "any", label: "Every way" }, ...Channel.options.map((value) => ({ value, label: channelNames[value] }))];

export default async function SuppressionsPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "manage-suppression")) notFound();
  const { groups, people, companies, topics } = await findSuppressions(actor);
  const inForce = groups.filter(({ liftedAt }) => !liftedAt);
  const lifted = groups.filter(({ liftedAt }) => liftedAt);

  return (
    <>
      <PageHead
        title="Do not contact"
        note={`${people === 1 ? "1 address" : `${people.toLocaleString("en-GB")} addresses`} of people beside these, kept as hashes: only they themselves can change that`}
      />
      <div className="people">
        <section aria-label="Domains and companies">
          {inForce.length === 0 ? (
            <Empty title="No domain and no company">
              Where a whole company asked to be left alone, put it here. Nobody of it is contacted, whoever they are and whenever they come
              in.
            </Empty>
          ) : (
            <ul className="law-changes">
              {inForce.map((group) => (
                <Stopped key={`${group.kind} ${group.label} ${group.channel} ${group.topic}`} group={group} zone={actor.timeZone} />
              ))}
            </ul>
          )}
          {lifted.length > 0 ? (
            <details className="as-table">
              <summary>What was taken off</summary>
              <ul className="law-changes">
                {lifted.map((group) => (
                  <Lifted
                    key={`${group.label} ${group.channel} ${group.topic} ${group.liftedAt!.getTime()}`}
                    group={group}
                    zone={actor.timeZone}
                  />
                ))}
              </ul>
            </details>
          ) : null}
        </section>
        <aside>
          <section aria-labelledby="stop-group">
            <h2 id="stop-group">Leave a company alone</h2>
            <ActionForm
              action={suppressGroupAction}
              submit="Put it on the list"
              done="It is on the list. What is planned against it is being taken off."
            >
              <Entry
                label="It is"
                name="kind"
                options={[
                  { value: "domain", label: "A domain and what is below it" },
                  { value: "company", label: "A company by its name" },
                ]}
              />
              <Entry label="Domain or name" name="name" isRequired suggestions={companies} placeholder="example.com" />
              <Entry label="Ways" name="channel" options={channels} />
              <Entry label="Only about" name="topic" suggestions={topics} placeholder="Empty: no contact at all" />
              <Entry label="Why" name="reason" isRequired placeholder="For those who read it later" />
            </ActionForm>
          </section>
        </aside>
      </div>
    </>
  );
}

function sayWays({ channel, topic }: GroupRow): string {
  if (topic) return `nothing about ${topic}`;
  return channel === "any" ? "no contact at all" : `no ${channelNames[channel].toLowerCase()}`;
}

function Stopped({ group, zone }: { group: GroupRow; zone: string }) {
  const { kind, label, channel, topic, reason, createdAt, by } = group;
  return (
    <li>
      <b>{label}</b> {sayWays(group)}.{" "}
      <span className="meta">
        {sayDayInFull(localDay(zone, createdAt))}
        {by ? `, ${by}` : ""}
      </span>
      <span className="soft">{reason}</span>
      <details className="law-own">
        <summary aria-label={`Take ${label}${topic ? `, ${topic},` : ""} off the list`}>Take it off</summary>
        <ActionForm
          action={liftSuppressionAction}
          submit="Take it off"
          done={`${label} is off the list. What people said themselves still holds.`}
        >
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="label" value={label} />
          <input type="hidden" name="channel" value={channel} />
          {topic ? <input type="hidden" name="topic" value={topic} /> : null}
          <Entry label="Why" name="reason" isRequired />
        </ActionForm>
      </details>
    </li>
  );
}

function Lifted({ group, zone }: { group: GroupRow; zone: string }) {
  const { label, liftedAt, liftedBy, liftReason } = group;
  return (
    <li>
      <b>{label}</b> was {sayWays(group)}, until {sayDayInFull(localDay(zone, liftedAt!))}
      {liftedBy ? `, lifted by ${liftedBy}` : ""}. <span className="soft">{liftReason}</span>
    </li>
  );
}
