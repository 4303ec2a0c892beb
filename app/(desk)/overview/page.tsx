import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { Empty } from "#components/empty.tsx";
import { PageHead } from "#components/page-head.tsx";
import { sayDay } from "#lib/follow-up/local-time.ts";
import { findCalm } from "#lib/insight/calm-queries.ts";
import { periodsAt } from "#lib/insight/periods.ts";
import { findPromises } from "#lib/insight/promise-queries.ts";
import { findAttention, findPersistenceNumbers, findPipeline, findReps } from "#lib/insight/queries.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { AskedForCalm } from "./asked-for-calm.tsx";
import { ConsentThisWeek } from "./consent-this-week.tsx";
import { HeldPlans } from "./held-plans.tsx";
import { LeftAloneLongest } from "./left-alone-longest.tsx";
import { PersistenceByRep } from "./persistence-by-rep.tsx";
import { Pipeline } from "./pipeline.tsx";
import { Promises } from "./promises.tsx";
import { RefusedPlans } from "./refused-plans.tsx";
import { Reps } from "./reps.tsx";

export const metadata: Metadata = { title: "Overview" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const Query = z.object({ reps: z.literal("all").optional().catch(undefined) });

export default async function OverviewPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "see-overview")) notFound();
  const now = requestTime();
  const context = { actor, now };
  const { reps: which } = Query.parse(await searchParams);
  const [pipeline, reps, attention, numbers, calm, promises] = await Promise.all([
    findPipeline(actor),
    findReps(context),
    findAttention(context),
    findPersistenceNumbers(actor),
    findCalm(context),
    findPromises(context),
  ]);
  const { weekStart } = periodsAt(actor.timeZone, now);
  const clock = { zone: actor.timeZone, now };
  const sum = (of: "leftAlone" | "held") => reps.reduce((total, rep) => total + rep[of], 0);
  const note = `${sayDay(actor.timeZone, now)} – the week since ${sayDay(actor.timeZone, weekStart)}`;

  if (!attention.hasProspects)
    return (
      <>
        <PageHead title="Overview" />
        <NothingYet />
      </>
    );
  return (
    <>
      <PageHead title="Overview" note={note} />
      <div className="overview">
        <div>
          <Reps reps={reps} all={which === "all"} />
          <PersistenceByRep reps={reps} numbers={numbers} />
          <Promises reps={promises} />
          <LeftAloneLongest people={attention.leftAlone} total={sum("leftAlone")} {...clock} />
          <HeldPlans plans={attention.held} total={sum("held")} {...clock} />
        </div>
        <div>
          <Pipeline rows={pipeline} />
          <RefusedPlans refusals={attention.refusals} />
          <AskedForCalm people={calm} {...clock} />
          <ConsentThisWeek counts={attention.consent} changes={attention.changes} {...clock} />
        </div>
      </div>
    </>
  );
}

function NothingYet() {
  const acts = (
    <>
      <Link className="btn btn-main" href={"/import"}>
        Bring in leads
      </Link>
      <Link className="btn" href={"/prospects/new"}>
        Add a person
      </Link>
    </>
  );
  return (
    <Empty title="Nothing to look over yet" acts={acts}>
      Here you will see what your people plan and do, what was refused and why, who is left alone, and what prospects said about being
      contacted. It fills by itself once there are prospects.
    </Empty>
  );
}
