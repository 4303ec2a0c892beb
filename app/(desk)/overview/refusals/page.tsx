import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

import { Behind } from "../behind.tsx";
import { Icon } from "#components/icon.tsx";
import { channelIcons } from "#components/icons.ts";
import { ruleNames } from "#lib/follow-up/rule-names.ts";
import { sayDay } from "#lib/follow-up/local-time.ts";
import { type Channel, channelNames } from "#lib/follow-up/vocabulary.ts";
import { listRefusals } from "#lib/insight/list-queries.ts";
import { type RefusalRow, RefusalsQuery } from "#lib/insight/lists.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";

export const metadata: Metadata = { title: "Plans refused" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RefusalsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "see-overview")) notFound();
  const now = requestTime();
  const query = RefusalsQuery.parse(await searchParams);
  const page = await listRefusals({ actor, now }, query);
  const { rule } = query;
  const name = rule ? (ruleNames[rule] ?? "Another reason") : "";

  return (
    <Behind
      title="Plans refused"
      note={name ? `${name}${rule === "other" ? "" : ` (${rule})`} – last 30 days` : "Last 30 days"}
      path="/overview/refusals"
      query={{ rule }}
      tabs={
        rule
          ? [
              { name, query: { rule }, current: true },
              { name: "All reasons", query: {}, current: false },
            ]
          : []
      }
      page={{
        ...page,
        rows: page.rows.map((row) => ({ ...row, what: <What row={row} zone={actor.timeZone} />, by: row.repName })),
      }}
      empty="No plan was refused for this reason in the last thirty days."
      zone={actor.timeZone}
      now={now}
    />
  );
}

/** The sentence the rep read, with its rule, and what they had wanted to do. */
function What({ row: { channel, plannedFor, rule, sentence }, zone }: { row: RefusalRow; zone: string }) {
  return (
    <>
      <Icon name={channelIcons[channel as Channel]} />
      {sentence ?? ruleNames[rule] ?? "Another reason"} <span className="rule">{rule === "other" ? "" : rule}</span>
      <span className="meta">
        {" "}
        {channelNames[channel as Channel].toLowerCase()}, for {sayDay(zone, plannedFor)}
      </span>
    </>
  );
}
