import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";
import { mailAnswer } from "#lib/rights/mail-answer.ts";
import type { ExtendRequest } from "#lib/rights/request.ts";
import { findSubject, keepExtension, lockRequest } from "#lib/rights/store.ts";
import { extendedTo, termOf } from "#lib/rights/terms.ts";

/** Takes the further time the law gives, once, with the reason the person is told. */
export function extendRequest(context: Context, { requestId, because }: ExtendRequest): Promise<Outcome<{ dueOn: string }>> {
  if (!may(context.actor, "answer-data-requests")) return Promise.resolve(no({ code: "forbidden" }));
  return inTransaction(context, async ({ tx, actor, now }) => {
    const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    const subject = await findSubject(place, requestId);
    if (subject) await lockPerson(place, subject);
    const request = await lockRequest(place, requestId);
    if (!request) return no({ code: "not-found" });
    if (request.state !== "open") return no({ code: "conflict", sentence: "This request is answered already." });
    if (request.extended) return no({ code: "conflict", sentence: "The law gives more time once, and it was taken." });
    const due = extendedTo(termOf(request.law), request.dueOn);
    if (!due) return no({ code: "conflict", sentence: `${termOf(request.law).name} gives no further time.` });

    await keepExtension(place, requestId, due, because);
    const { prospectId, kind, askedOn } = request;
    await mailAnswer(place, prospectId, { kind, asked: askedOn, became: { as: "extended", dueOn: due }, words: because });
    await recordEvent(place, { kind: "data-request.extended", prospectId, subjectId: requestId, data: { dueOn: due } });
    return ok({ dueOn: due });
  });
}
