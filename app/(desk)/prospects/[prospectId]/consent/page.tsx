import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { LedgerLine } from "./ledger-line.tsx";
import { CrumbName } from "#components/crumb.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { Permissions } from "#components/permissions.tsx";
import { knownBy, permissionsAt } from "#lib/consent/permissions.ts";
import { findLedger, findLedgerLines, listLedgerLines } from "#lib/consent/queries.ts";
import { describeTerms, dayInWords } from "#lib/consent/terms.ts";
import { isId } from "#lib/field.ts";
import { dateOf, dayOf, instantAt, localDay } from "#lib/follow-up/local-time.ts";
import { Cursor } from "#lib/list-address.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findPolicyAt } from "#lib/policy/queries.ts";

export const metadata: Metadata = { title: "Consent" };

const Query = z.object({ on: z.iso.date().regex(/^20/).nullable().catch(null), cursor: Cursor });
type Props = { params: Promise<{ prospectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What we may do with somebody and why, now or as of the end of a day: by what the ledger held by then, the law and the terms of that day (C9). */
export default async function ConsentPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { prospectId } = await params;
  if (!isId(prospectId)) notFound();
  const now = requestTime();
  const today = dateOf(localDay(actor.timeZone, now));
  const { on, cursor } = Query.parse({ on: null, ...(await searchParams) });
  const at = on && on < today ? new Date(instantAt(actor.timeZone, dayOf(on) + 1).getTime() - 1) : now;
  const [consent, policy, page] = await Promise.all([
    findLedger(actor, prospectId, at),
    findPolicyAt(actor, at),
    listLedgerLines(actor, prospectId, at, cursor),
  ]);
  if (!consent) notFound();

  const { rows, name, zone, ...state } = consent;
  const permissions = permissionsAt({ ...state, ledger: knownBy(rows, at), own: policy.law, zone }, at);
  const evidence = await findLedgerLines(
    actor,
    prospectId,
    permissions.flatMap(({ entryId }) => entryId ?? []),
  );
  const day = at === now ? today : on!;
  return (
    <>
      <CrumbName name={name} />
      <PageHead
        title={`What we may do with ${name}`}
        note={at === now ? "As it stands today" : `As it stood at the end of ${dayInWords(day)}`}
      >
        <Link className="btn" href={`/prospects/${prospectId}?tab=facts` as Route}>
          Back to the record
        </Link>
      </PageHead>
      <div className="consent-page">
        <form method="get" className="consent-day">
          <label className="entry">
            <span>As of</span>
            <input type="date" name="on" defaultValue={day} max={today} />
          </label>
          <button className="btn">Show</button>
          {at === now ? null : <Link href={`/prospects/${prospectId}/consent` as Route}>Today</Link>}
        </form>
        <p className="soft">
          Only what was recorded by then counts, by the law and your policy of that day. Hours, rates and pauses say when; this says
          whether.
        </p>
        <section aria-label="By each way">
          <Permissions
            permissions={permissions}
            zone={zone}
            evidence={new Map(evidence.map((row) => [row.id, <LedgerLine key={row.id} row={row} zone={actor.timeZone} theirs={zone} />]))}
          />
        </section>
        {state.terms ? <p className="soft">They chose: {describeTerms(state.terms).join(" ") || "nothing in particular."}</p> : null}
        <section aria-labelledby="ledger">
          <h2 id="ledger">The ledger</h2>
          {page.rows.length === 0 ? <p className="soft">Nothing was recorded by then.</p> : null}
          <ol className="ledger">
            {page.rows.map((row) => (
              <li key={row.id}>
                <LedgerLine row={row} zone={actor.timeZone} theirs={zone} isWhole />
              </li>
            ))}
          </ol>
          <Pager
            path={`/prospects/${prospectId}/consent`}
            query={at === now ? {} : { on: day }}
            next={page.next}
            previous={page.previous}
          />
        </section>
      </div>
    </>
  );
}
