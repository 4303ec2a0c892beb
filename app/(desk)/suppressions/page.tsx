import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { ActionForm } from "#components/action-form.tsx";
import { Empty } from "#components/empty.tsx";
import { Entry } from "#components/entry.tsx";
import { PageHead } from "#components/page-head.tsx";
import { addressOf, Pager } from "#components/pager.tsx";
import { Tabs } from "#components/tabs.tsx";
import { countSuppressedPeople, type GroupRow, listSuppressed, listTopics } from "#lib/consent/queries.ts";
import { localDay, sayDayInFull } from "#lib/follow-up/local-time.ts";
import { Channel, channelNames } from "#lib/follow-up/vocabulary.ts";
import { Cursor } from "#lib/list-address.ts";
import { may } from "#lib/people/roles.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { liftSuppressionAction, suppressGroupAction } from "./actions.ts";
import { GroupName } from "./group-name.tsx";

export const metadata: Metadata = { title: "Do not contact" };

const channels = [{ value: "any", label: "Every way" }, ...Channel.options.map((value) => ({ value, label: channelNames[value] }))];

const Query = z.object({ show: z.enum(["in-force", "lifted"]).catch("in-force"), cursor: Cursor });
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SuppressionsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "manage-suppression")) notFound();
  const { show, cursor } = Query.parse(await searchParams);
  const [page, people, topics] = await Promise.all([listSuppressed(actor, show, cursor), countSuppressedPeople(actor), listTopics(actor)]);

  return (
    <>
      <PageHead title="Do not contact" note={`${sayPeople(people)} beside these, kept as hashes: only they themselves can change that`} />
      <div className="people">
        <section aria-label="Domains and companies">
          <Tabs
            tabs={[
              { name: "In force", href: addressOf("/suppressions", {}), isCurrent: show === "in-force" },
              { name: "Taken off", href: addressOf("/suppressions", { show: "lifted" }), isCurrent: show === "lifted" },
            ]}
          />
          {page.rows.length === 0 ? <Nothing show={show} /> : null}
          <ul className="law-changes">
            {page.rows.map((group) =>
              group.liftedAt ? (
                <Lifted key={group.id} group={group} on={group.liftedAt} zone={actor.timeZone} />
              ) : (
                <Stopped key={group.id} group={group} zone={actor.timeZone} />
              ),
            )}
          </ul>
          <Pager path="/suppressions" query={{ show: show === "lifted" ? show : undefined }} next={page.next} previous={page.previous} />
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
              <GroupName />
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

function Nothing({ show }: { show: "in-force" | "lifted" }) {
  if (show === "lifted") return <Empty title="Nothing was taken off">What is lifted from the list stands here, with the reason.</Empty>;
  return (
    <Empty title="No domain and no company">
      Where a whole company asked to be left alone, put it here. Nobody of it is contacted, whoever they are and whenever they come in.
    </Empty>
  );
}

function sayPeople({ count, isMore }: { count: number; isMore: boolean }): string {
  const said = count.toLocaleString("en-GB");
  return count === 1 ? "1 address of people" : `${isMore ? `More than ${said}` : said} addresses of people`;
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

function Lifted({ group, on, zone }: { group: GroupRow; on: Date; zone: string }) {
  const { label, liftedBy, liftReason } = group;
  return (
    <li>
      <b>{label}</b> was {sayWays(group)}, until {sayDayInFull(localDay(zone, on))}
      {liftedBy ? `, lifted by ${liftedBy}` : ""}. <span className="soft">{liftReason}</span>
    </li>
  );
}
