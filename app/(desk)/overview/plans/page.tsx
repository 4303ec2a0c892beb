import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

import { Behind } from "../behind.tsx";
import { Icon } from "#components/icon.tsx";
import { channelIcons } from "#components/icons.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { listPlans } from "#lib/insight/list-queries.ts";
import { type PlanRow, PlansQuery } from "#lib/insight/lists.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";

export const metadata: Metadata = { title: "Follow-ups planned" };

const titles = { planned: "Planned until Sunday", overdue: "Overdue", held: "Held, to mend or to drop" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PlansPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "see-overview")) notFound();
  const now = requestTime();
  const query = PlansQuery.parse(await searchParams);
  const page = await listPlans({ actor, now }, query);
  const { rep, show } = query;

  return (
    <Behind
      title={titles[show]}
      note={rep ? (page.rows[0]?.repName ?? "one of us") : "everyone’s follow-ups"}
      path="/overview/plans"
      query={{ rep, show }}
      tabs={[
        ...(["planned", "overdue", "held"] as const).map((each) => ({
          name: titles[each],
          query: { rep, show: each },
          current: each === show,
        })),
        ...(rep ? [{ name: "Everyone’s", query: { show }, current: false }] : []),
      ]}
      page={{ ...page, rows: page.rows.map((row) => ({ ...row, what: <What row={row} show={show} />, by: row.repName })) }}
      empty="No follow-up stands here."
      zone={actor.timeZone}
      now={now}
    />
  );
}

function What({ row: { channel, helps, heldReason }, show }: { row: PlanRow; show: PlansQuery["show"] }) {
  return (
    <>
      <Icon name={channelIcons[channel as Channel]} />
      {show === "held" ? heldReason : helps}
    </>
  );
}
