import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

import { Behind } from "../behind.tsx";
import { ConsentWord } from "../consent-kind.tsx";
import { ConsentKind, consentKindNames } from "#lib/insight/consent-kinds.ts";
import { listConsentChanges } from "#lib/insight/list-queries.ts";
import { ConsentQuery } from "#lib/insight/lists.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";

export const metadata: Metadata = { title: "Consent changes" };

const saidBy: Record<string, string> = {
  person: "said so themselves",
  rep: "noted by one of us",
  import: "from an import",
  system: "by rule",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ConsentChangesPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "see-overview")) notFound();
  const now = requestTime();
  const query = ConsentQuery.parse(await searchParams);
  const page = await listConsentChanges({ actor, now }, query);
  const { kind } = query;

  return (
    <Behind
      title="Consent changes"
      note={kind ? `${consentKindNames[kind]} – this week` : "This week"}
      path="/overview/consent"
      query={{ kind }}
      tabs={[
        { name: "All", query: {}, current: !kind },
        ...ConsentKind.options.map((each) => ({ name: consentKindNames[each], query: { kind: each }, current: each === kind })),
      ]}
      page={{
        ...page,
        rows: page.rows.map((row) => ({
          ...row,
          id: `${row.id} ${row.kind}`,
          what: <ConsentWord {...row} />,
          by: saidBy[row.saidBy] ?? null,
        })),
      }}
      empty="Nobody said anything of this kind this week."
      zone={actor.timeZone}
      now={now}
    />
  );
}
