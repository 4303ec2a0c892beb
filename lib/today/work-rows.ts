import "server-only";
import { z } from "zod";

import { dayOf, instantAt, localMinutes } from "#lib/follow-up/local-time.ts";
import { PlanTime } from "#lib/follow-up/plan.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { no, ok, type Outcome, sentence } from "#lib/outcome.ts";
import { orBusy } from "#lib/platform/contention.ts";
import type { Context } from "#lib/platform/context.ts";
import { settleNextStep } from "#lib/prospects/settle-next-step.ts";
import { backTo } from "#lib/schedule/back-to.ts";
import { handOverProspect } from "#lib/schedule/hand-over-prospect.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { findVisibleFollowUp, type PlannedRow, toPlan } from "#lib/schedule/queries.ts";
import { snoozeFollowUp } from "#lib/schedule/snooze-follow-up.ts";
import { findZones } from "#lib/today/queries.ts";
import { findSuggestions } from "#lib/today/suggestion-queries.ts";
import { logTouch } from "#lib/touches/log-touch.ts";

const id = z.uuid().toLowerCase();

const Row = z.object({
  kind: z.enum(["promise", "follow-up", "person"]),
  id,
  prospectId: id,
  /** Made by the browser, so that the same row sent twice changes nothing more. */
  clientKey: id,
  /** Where a follow-up was before it was snoozed. */
  at: PlanTime.nullable().default(null),
});
type Row = z.output<typeof Row>;

const Act = z.discriminatedUnion("do", [
  z.object({ do: z.literal("snooze"), day: z.iso.date("Choose a day.").refine((day) => day < "2100", "Choose a day within reach.") }),
  z.object({ do: z.literal("move-back") }),
  z.object({ do: z.literal("done") }),
  z.object({ do: z.literal("plan") }),
  z.object({ do: z.literal("assign"), ownerId: id }),
]);
export type Act = z.output<typeof Act>;

export const WorkRows = z.object({ rows: z.array(Row).min(1).max(200), act: Act });
export type WorkRows = z.output<typeof WorkRows>;

/** What became of a row: where a follow-up stands now, or why it was left as it was. */
export type Worked = { id: string; at: Date | null; why: string | null };

/** Does one thing with many rows of the queue, one after another: each in its own transaction and with its own verdict, so that what passes stays done whatever becomes of the rest. */
export async function workRows(context: Context, { rows, act }: WorkRows): Promise<Outcome<{ worked: Worked[] }>> {
  const zones = new Map(
    (
      await findZones(
        context.actor,
        rows.map(({ prospectId }) => prospectId),
      )
    ).map(({ id, zone }) => [id, zone]),
  );
  const worked: Worked[] = [];
  for (const row of rows) {
    const zone = zones.get(row.prospectId);
    const outcome = zone ? await alone(() => workRow(context, row, act, zone)) : no({ code: "not-found" });
    worked.push({ id: row.id, at: outcome.ok ? outcome.value.at : null, why: outcome.ok ? null : sentence(outcome.problem) });
  }
  return ok({ worked });
}

type Moved = { at: Date | null };
type Answer = Promise<Outcome<Moved>>;

/** One row that fails is told of; the others are still to be worked. */
async function alone(work: () => Answer): Answer {
  try {
    return await orBusy(work);
  } catch (error) {
    console.error("a row of the queue could not be worked:", error);
    return refused("Something went wrong with this one. It was left as it was; try it by itself.");
  }
}

const refused = (why: string) => no({ code: "conflict", sentence: why });
const done = (outcome: Outcome<unknown>, at: Date | null = null): Outcome<Moved> => (outcome.ok ? ok({ at }) : outcome);

async function workRow(context: Context, row: Row, act: Act, zone: string): Answer {
  if (act.do === "assign") return done(await handOverProspect(context, { prospectId: row.prospectId, ownerId: act.ownerId }));
  if (act.do === "plan") return planSuggested(context, row);
  if (row.kind === "promise" && act.do === "done")
    return done(await settleNextStep(context, { prospectId: row.prospectId, stepId: row.id, as: "kept" }));
  if (row.kind !== "follow-up")
    return refused(act.do === "done" ? "Log what happened with them by itself." : "Nothing is planned with them yet.");

  const planned = await findVisibleFollowUp(context.actor, row.id);
  if (!planned || planned.prospectId !== row.prospectId) return no({ code: "not-found" });
  if (planned.state === "held") return refused("It was taken off the schedule. Mend it, or use what is suggested.");
  if (planned.state !== "scheduled") return refused(`This follow-up is ${planned.state} already.`);
  if (act.do === "done") return logSent(context, row, planned);
  const until =
    act.do === "snooze" ? instantAt(zone, dayOf(act.day), localMinutes(zone, planned.at)) : backTo(row.at ?? planned.at, context.now);
  return done(await snoozeFollowUp(context, { followUpId: row.id, until, clientKey: row.clientKey }), until);
}

/** Done in one go is what was written and sent: how a call or a meeting went is not known yet. */
async function logSent(context: Context, { prospectId, clientKey }: Row, planned: PlannedRow): Answer {
  const { channel, ask, offer, draft } = toPlan(planned);
  const whyNot = spoken[channel];
  if (whyNot) return refused(whyNot);
  const said = { theySaid: null, objection: null, callBackOn: null, pausedUntil: null, nextStep: null };
  const sent = { channel, direction: "out", disposition: "sent", ask, body: draft || null, at: null, writtenBy: null, ...said } as const;
  const given = { ...offer, text: offer.text || null };
  return done(await logTouch(context, { ...sent, prospectId, followUpId: planned.id, clientKey, offer: given }));
}

const spoken: Partial<Record<Channel, string>> = {
  phone: "Log this call by itself: say how it went.",
  meeting: "Log this meeting by itself: say how it went.",
};

/** What is suggested next, through the one door; a follow-up that was taken off is mended by it. */
async function planSuggested(context: Context, { kind, id: rowId, prospectId, clientKey }: Row): Answer {
  const standing = kind === "follow-up" ? await findVisibleFollowUp(context.actor, rowId) : null;
  if (standing?.state === "scheduled") return refused("It is planned already.");
  const found = await findSuggestions(context, { people: [prospectId] });
  const suggested = found.ok ? found.value.suggestions[0]?.suggested : undefined;
  if (!suggested) return no({ code: "not-found" });
  const passes = suggested.kind === "touch" || suggested.kind === "close";
  if (!passes || !suggested.plan) return refused(suggested.why);
  const followUpId = kind === "follow-up" ? rowId : null;
  return done(await planFollowUp(context, { plan: suggested.plan, followUpId, clientKey }), suggested.plan.at);
}
