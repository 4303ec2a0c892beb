import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

import { Behind } from "../behind.tsx";
import { Icon } from "#components/icon.tsx";
import { channelIcons } from "#components/icons.ts";
import { type Disposition, dispositionNames } from "#lib/follow-up/touch.ts";
import { type Channel, channelNames, type OfferKind, offerNames } from "#lib/follow-up/vocabulary.ts";
import { listTouches } from "#lib/insight/list-queries.ts";
import { TouchesQuery, type TouchRow } from "#lib/insight/lists.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";

export const metadata: Metadata = { title: "Touches done" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TouchesPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "see-overview")) notFound();
  const now = requestTime();
  const query = TouchesQuery.parse(await searchParams);
  const page = await listTouches({ actor, now }, query);
  const { rep, period } = query;
  const periods = { week: "This week", seven: "Last 7 days" };

  return (
    <Behind
      title="Touches done"
      note={[periods[period], rep && page.rows[0]?.repName].filter(Boolean).join(" – ")}
      path="/overview/touches"
      query={{ rep, period }}
      tabs={[
        ...(["week", "seven"] as const).map((each) => ({ name: periods[each], query: { rep, period: each }, current: each === period })),
        ...(rep ? [{ name: "Everyone’s", query: { period }, current: false }] : []),
      ]}
      page={{ ...page, rows: page.rows.map((row) => ({ ...row, what: <What row={row} />, by: row.repName })) }}
      empty="No touch was logged in this time."
      zone={actor.timeZone}
      now={now}
    />
  );
}

function What({ row: { channel, disposition, offerKind } }: { row: TouchRow }) {
  return (
    <>
      <Icon name={channelIcons[channel as Channel]} />
      {channelNames[channel as Channel]}: {dispositionNames[disposition as Disposition].toLowerCase()}
      {offerKind === "none" ? null : <span className="meta"> brought: {offerNames[offerKind as OfferKind].toLowerCase()}</span>}
    </>
  );
}
