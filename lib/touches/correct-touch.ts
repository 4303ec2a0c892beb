import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";
import { type OnPlanned, takingEffect } from "#lib/schedule/take-effect.ts";
import { applyWishes, asksForLess, takeEffect } from "#lib/touches/consequences.ts";
import { isAnothers, type Logged } from "#lib/touches/log-touch.ts";
import { assetExists, findTouch, insertObjection, insertTouch, lockProspect, markUseful, replaceTouch } from "#lib/touches/store.ts";
import { type CorrectTouch, impossibleTime, instantOf } from "#lib/touches/touchpoint.ts";

type Old = NonNullable<Awaited<ReturnType<typeof findTouch>>>;

/** Tells a touch again, rightly: a new row takes the old one's place, the old stays as history. What the ledger recorded stays recorded (C4, C9). */
export async function correctTouch(context: Context, correction: CorrectTouch): Promise<Outcome<Logged>> {
  if (isAnothers(context, correction)) return no({ code: "signed-out" });
  return takingEffect(asksForLess(correction), (onPlanned) => keep(context, correction, onPlanned));
}

function keep(context: Context, correction: CorrectTouch, onPlanned: OnPlanned): Promise<Outcome<Logged>> {
  return inTransaction(context, async (context) => {
    const { actor, now } = context;
    const found = await findTouch(context, correction.touchpointId);
    const person =
      found && correction.disposition === "asked_to_stop"
        ? await lockPerson({ tx: context.tx, orgId: context.actor.orgId }, found.prospectId)
        : null;
    if (!found || !(await lockProspect(context, found.prospectId))) return no({ code: "not-found" });
    // read again: somebody may have corrected it while this waited for the lock
    const old = (await findTouch(context, correction.touchpointId))!;
    if (old.byId !== actor.userId && !may(actor, "correct-any-touch")) return no({ code: "forbidden" });
    if (old.replacedById) return alreadyCorrected(context, old, correction.clientKey);

    const at = correction.at ? instantOf(correction.at, old.timeZone, now) : old.at;
    const impossible = impossibleTime(at, now);
    if (impossible) return invalid("at", impossible);
    if (correction.offer.assetId && !(await assetExists(context, correction.offer.assetId)))
      return invalid("offer.assetId", "This is no longer in the library. Choose something else.");

    return write(context, { old, correction, at, namesakes: person?.alsoKnownAs ?? [] }, onPlanned);
  });
}

async function alreadyCorrected(context: TxContext<Context>, old: Old, clientKey: string | null): Promise<Outcome<Logged>> {
  if (old.takenBackAt) return no({ code: "conflict", sentence: "This touch was taken back. Log it anew." });
  const now = await findTouch(context, old.replacedById!);
  if (now && clientKey && now.clientKey === clientKey) return ok({ id: now.id, prospectId: now.prospectId, held: 0 });
  return no({ code: "conflict", sentence: "Somebody corrected this touch meanwhile. Reload to see how it stands." });
}

async function write(
  context: TxContext<Context>,
  { old, correction, at, namesakes }: { old: Old; correction: CorrectTouch; at: Date; namesakes: string[] },
  onPlanned: OnPlanned,
): Promise<Outcome<Logged>> {
  const { tx, actor, now } = context;
  const { prospectId, dealId, followUpId, value, byId, timeZone } = old;
  const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };

  const id = await insertTouch(context, correction, { prospectId, at, dealId, followUpId, value, byId, timeZone, correctsId: old.id });
  const { movedObjection } = await replaceTouch(context, old.id, id, correction, at);
  await markUseful(context, prospectId);
  if (!movedObjection) await insertObjection(context, correction, { id, prospectId, at });
  if (correction.disposition !== old.disposition || correction.pausedUntil || correction.callBackOn)
    await applyWishes(context, prospectId, correction);

  const was = { channel: old.channel, direction: old.direction, disposition: old.disposition };
  await recordEvent(place, { kind: "touch.corrected", prospectId, subjectId: id, data: { corrects: old.id, was } });
  return ok({ id, prospectId, held: await takeEffect(place, [prospectId, ...namesakes], correction, onPlanned) });
}
