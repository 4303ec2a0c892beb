import "server-only";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";
import { receive } from "#lib/rights/receive.ts";
import { type RecordRequest, stopsContact } from "#lib/rights/request.ts";
import { isVisible } from "#lib/rights/store.ts";
import { type OnPlanned, takingEffect } from "#lib/schedule/take-effect.ts";

/** A colleague writes down what somebody asked for by mail or phone: the law's clock runs from the moment it reached any of us. */
export function recordRequest(context: Context, heard: RecordRequest): Promise<Outcome<{ id: string }>> {
  return takingEffect(stopsContact(heard.kind), (onPlanned) => write(context, heard, onPlanned));
}

function write(
  context: Context,
  { prospectId, kind, cameBy, words }: RecordRequest,
  onPlanned: OnPlanned,
): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, async ({ tx, actor, now }) => {
    if (!(await isVisible(tx, actor, prospectId))) return no({ code: "not-found" });
    const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    const person = await lockPerson(place, prospectId);
    if (!person) return no({ code: "not-found" });
    const word = { saidBy: "rep", method: cameBy === "mail" ? "email" : "call", evidence: words } as const;
    const { id } = await receive(place, person, { kind, cameBy, about: null, words }, word, onPlanned);
    return ok({ id });
  });
}
