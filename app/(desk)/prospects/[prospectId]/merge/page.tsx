import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { mergeProspectsAction } from "../../actions.ts";
import { PickOther } from "./pick-other.tsx";
import { type Half, SideBySide } from "./side-by-side.tsx";
import { WhichWins } from "./which-wins.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { CrumbName } from "#components/crumb.tsx";
import { Check } from "#components/entry.tsx";
import { PageHead } from "#components/page-head.tsx";
import { foretellJoin } from "#lib/consent/foretell-join.ts";
import { findLedger } from "#lib/consent/queries.ts";
import { isId } from "#lib/field.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import type { Actor } from "#lib/platform/context.ts";
import { mayMerge } from "#lib/prospects/may-merge.ts";
import { countWhatMoves, findLookalikes } from "#lib/prospects/merge-queries.ts";
import { findProspectRecord } from "#lib/prospects/queries.ts";

export const metadata: Metadata = { title: "Merge" };

const Query = z.object({ with: z.uuid().nullable().catch(null) });
type Props = { params: Promise<{ prospectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Two records of one person side by side, what will be left of them, and the press that makes them one (D9). */
export default async function MergePage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { prospectId } = await params;
  if (!isId(prospectId)) notFound();
  const { with: otherId } = Query.parse({ with: null, ...(await searchParams) });
  const now = requestTime();
  const [kept, other] = await Promise.all([readHalf(actor, prospectId, now), otherId ? readHalf(actor, otherId, now) : null]);
  if (!kept) notFound();
  const back = `/prospects/${prospectId}` as Route;
  const isSame = other?.record.id === kept.record.id;

  return (
    <>
      <CrumbName name={kept.record.name} />
      <PageHead title={`Merge into ${kept.record.name}`} note="For one person who is on record twice. The record you came from is kept.">
        <Link className="btn" href={back}>
          Back to the record
        </Link>
      </PageHead>
      {other && !isSame ? (
        <Merge {...{ actor, kept, other, now, back }} />
      ) : (
        <section className="merge entries sheet-form">
          <h2>Which is the other record?</h2>
          {otherId ? (
            <p>{isSame ? "That is the same record." : "That record is not there, or you may not see it."} Choose another.</p>
          ) : null}
          <PickOther perhaps={await findLookalikes(actor, prospectId)} action={`${back}/merge`} />
        </section>
      )}
    </>
  );
}

async function readHalf(actor: Actor, prospectId: string, now: Date): Promise<Half | null> {
  const record = await findProspectRecord(actor, prospectId);
  const consent = record && (await findLedger(actor, prospectId, now));
  return record && consent ? { record, consent, amounts: await countWhatMoves(actor, prospectId) } : null;
}

type MergeProps = { actor: Actor; kept: Half; other: Half; now: Date; back: Route };

function Merge({ actor, kept, other, now, back }: MergeProps) {
  const holds = foretellJoin(kept.consent, other.consent, now);
  const swapped = `/prospects/${other.record.id}/merge?with=${kept.record.id}` as Route;
  const mayPress = mayMerge(actor, { ownerId: kept.record.owner.id }, { ownerId: other.record.owner.id });
  return (
    <div className="merge">
      <SideBySide kept={kept} other={other} />
      <p className="meta">
        <Link className="remedy" href={swapped}>
          Keep the other record instead
        </Link>
      </p>
      <ActionForm
        className="entries sheet-form"
        action={mergeProspectsAction}
        submit="Merge the two"
        done="The two records are one."
        goTo={back}
        cancelTo={back}
      >
        <input type="hidden" name="prospectId" value={kept.record.id} />
        <input type="hidden" name="otherId" value={other.record.id} />
        <WhichWins kept={kept.record} other={other.record} />
        <section>
          <h2>What holds then</h2>
          <p className="soft">The stricter of both, whichever record is kept.</p>
          <ul>
            {(holds.length > 0 ? holds : ["Neither record says how they want to be contacted; the law of their place holds."]).map(
              (sentence) => (
                <li key={sentence}>{sentence}</li>
              ),
            )}
            <li>All that is planned on either is judged again; what does not fit any more is held, and its owner is told.</li>
          </ul>
        </section>
        <section>
          <h2>What cannot be undone</h2>
          <p>
            Touches, plans, deals, wishes and their evidence all move to one record and cannot be told apart again. A name, title, company
            or place that is not chosen is gone. The other record leaves every list; its address and its import key lead here, and their own
            links keep working.
          </p>
          {mayPress ? null : (
            <p>Only the owner of both records may merge them, or a manager. Ask a manager, or have the record handed over first.</p>
          )}
          <Check label="I have read this: it is the same person" name="sure" />
        </section>
      </ActionForm>
    </div>
  );
}
