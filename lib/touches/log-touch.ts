import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";
import { findCarriedOut, markCarriedOut } from "#lib/schedule/mark-carried-out.ts";
import { takeOffForbidden } from "#lib/schedule/take-off-forbidden.ts";
import { type OnPlanned, takingEffect } from "#lib/schedule/take-effect.ts";
import { applyWishes, asksForLess, takeEffect } from "#lib/touches/consequences.ts";
import {
  assetExists,
  findByClientKey,
  insertNextStep,
  insertObjection,
  insertTouch,
  lockProspect,
  markUseful,
  wasLogged,
} from "#lib/touches/store.ts";
import { impossibleTime, instantOf, type LogTouch } from "#lib/touches/touchpoint.ts";

export type Logged = { id: string; prospectId: string; held: number };

/** Tells what happened, once: the touch, what went with it, what they asked for, and its effect on everything planned. */
export async function logTouch(context: Context, touch: LogTouch): Promise<Outcome<Logged>> {
  if (isAnothers(context, touch)) return no({ code: "signed-out" });
  const at = instantOf(touch.at, context.actor.timeZone, context.now);
  const impossible = impossibleTime(at, context.now);
  if (impossible) return invalid("at", impossible);

  return takingEffect(asksForLess(touch), (onPlanned) => keep(context, touch, at, onPlanned));
}

/** Written by a member who is not the one signed in now: they have to sign in for it. */
export const isAnothers = ({ actor }: Context, { writtenBy }: Pick<LogTouch, "writtenBy">): boolean =>
  writtenBy !== null && writtenBy !== actor.userId;

function keep(context: Context, touch: LogTouch, at: Date, onPlanned: OnPlanned): Promise<Outcome<Logged>> {
  return inTransaction(context, async (context) => {
    // a stop reaches the same person's other records: all of them are held, in one order, before the one it was said to
    const person =
      touch.disposition === "asked_to_stop" ? await lockPerson({ tx: context.tx, orgId: context.actor.orgId }, touch.prospectId) : null;
    if (!(await lockProspect(context, touch.prospectId))) return no({ code: "not-found" });

    const first = await findByClientKey(context, touch.clientKey);
    if (first) return asBefore(context, first, touch.prospectId);
    if (touch.offer.assetId && !(await assetExists(context, touch.offer.assetId)))
      return invalid("offer.assetId", "This is no longer in the library. Choose something else.");

    return write(context, touch, at, person?.alsoKnownAs ?? [], onPlanned);
  });
}

const loggedBefore =
  "This follow-up is logged already, perhaps by a colleague meanwhile. If this was another touch, log it on its own; what you typed is kept.";

function asBefore({ actor }: Context, first: { id: string; prospectId: string; byId: string | null }, prospectId: string): Outcome<Logged> {
  if (first.prospectId !== prospectId || first.byId !== actor.userId)
    return no({ code: "conflict", sentence: "This form was used before for another touch. Open it again; what you typed is kept." });
  return ok({ id: first.id, prospectId, held: 0 });
}

async function write(
  context: TxContext<Context>,
  touch: LogTouch,
  at: Date,
  namesakes: string[],
  onPlanned: OnPlanned,
): Promise<Outcome<Logged>> {
  const { tx, actor, now } = context;
  const { prospectId } = touch;
  const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
  if (touch.direction === "out" && touch.followUpId && (await wasLogged(context, prospectId, touch.followUpId)))
    return no({ code: "conflict", sentence: loggedBefore });
  const meant = touch.followUpId ?? (touch.direction === "out" ? await findCarriedOut(place, prospectId, touch.channel, at) : null);
  // what happened is logged whatever forbids it; the plan it meant is not done by it
  const followUpId = meant && (await takeOffForbidden(place, prospectId, meant)) ? null : meant;

  const plan = followUpId ? await markCarriedOut(place, prospectId, followUpId) : null;
  if (followUpId && !plan) return invalid("followUpId", "This follow-up is not one of theirs. Log the touch on its own.");

  const dealId = plan?.dealId ?? null;
  const id = await insertTouch(context, touch, { prospectId, at, dealId, followUpId, value: plan?.value ?? null });
  await markUseful(context, prospectId);
  await insertObjection(context, touch, { id, prospectId, at });
  await insertNextStep(context, prospectId, dealId, touch.nextStep);
  await applyWishes(context, prospectId, touch);

  const { channel, direction, disposition } = touch;
  await recordEvent(place, { kind: "touch.logged", prospectId, subjectId: id, data: { channel, direction, disposition } });
  return ok({ id, prospectId, held: await takeEffect(place, [prospectId, ...namesakes], touch, onPlanned) });
}
