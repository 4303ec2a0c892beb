import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { type LockedPerson, lockPerson } from "#lib/prospects/lock-person.ts";
import { erasePerson } from "#lib/rights/erase-person.ts";
import { mailAnswer } from "#lib/rights/mail-answer.ts";
import type { AnswerRequest } from "#lib/rights/request.ts";
import { findSubject, keepAnswer, lockRequest, type Place, type StoredRequest } from "#lib/rights/store.ts";

type Done = Extract<AnswerRequest, { as: "done" }>;

/** An admin answers: it is done, or refused on what the law allows a refusal on. Erasing happens here and nowhere else. The same answer twice changes nothing. */
export function answerRequest(context: Context, answer: AnswerRequest): Promise<Outcome<{ id: string }>> {
  if (!may(context.actor, "answer-data-requests")) return Promise.resolve(no({ code: "forbidden" }));
  return inTransaction(context, async ({ tx, actor, now }) => {
    const place = { tx, orgId: actor.orgId, actorId: actor.userId, now };
    const prospectId = await findSubject(place, answer.requestId);
    // the person first, like whoever else writes about them; null for one who is erased
    const person = prospectId && (await lockPerson(place, prospectId, answer.as === "done" ? "to-erase" : "to-write"));
    const request = await lockRequest(place, answer.requestId);
    if (!request) return no({ code: "not-found" });
    if (request.state === answer.as) return ok({ id: request.id });
    if (request.state !== "open") return no({ code: "conflict", sentence: "A colleague answered this request meanwhile." });

    const refusal = answer.as === "done" && request.kind === "erase" ? await eraseOnRequest(place, person || null, answer) : null;
    if (refusal) return refusal;
    const said =
      answer.as === "refused" ? { ground: answer.ground, answer: answer.answer } : { ground: null, answer: wordsOf(request, answer) };
    await keepAnswer(place, request.id, { state: answer.as, ...said });
    const became = answer.as === "refused" ? { as: answer.as, ground: answer.ground } : { as: answer.as };
    await mailAnswer(place, request.prospectId, { kind: request.kind, asked: request.askedOn, became, words: said.answer ?? "" });
    const event = { kind: `data-request.${answer.as}`, prospectId: request.prospectId, subjectId: request.id };
    await recordEvent(place, { ...event, data: { asked: request.kind, ground: said.ground } });
    return ok({ id: request.id });
  });
}

/** Of an erasure no words stay: they would be about the person again. */
const wordsOf = ({ kind }: StoredRequest, { answer }: Done) => (kind === "erase" ? null : answer || null);

async function eraseOnRequest(place: Place, person: LockedPerson | null, { sure, also }: Done): Promise<Outcome<never> | null> {
  if (!sure) return invalid("sure", "Tick that you have read what goes. It cannot be undone.");
  if (!person) return no({ code: "not-found" });
  if (also.some((id) => !person.alsoKnownAs.includes(id)))
    return invalid("also", "One of these records is no longer the same person’s. Look again.");
  await erasePerson(place, person, also);
  return null;
}
