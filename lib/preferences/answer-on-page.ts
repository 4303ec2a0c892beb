import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import type { NoticeKind } from "#lib/notices/notice.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import type { Answer, AnswerAction } from "#lib/preferences/answer.ts";
import type { Guest } from "#lib/preferences/guest.ts";
import { answerNextStep } from "#lib/prospects/answer-next-step.ts";
import { keepReferral } from "#lib/prospects/keep-referral.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { answerPlanned, type Heard } from "#lib/schedule/answer-planned.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";
import { reactToShare } from "#lib/touches/react-to-share.ts";

type Answered = { action: AnswerAction; changed: boolean };

/**
 * A person answers one thing on their own page: a plan shown to them, something they had, a step agreed, or who else it is for. Only what is theirs
 * can be answered; the same again changes nothing. What is planned with them is judged again in the same transaction.
 */
export function answerOnPage(guest: Guest, answer: Answer): Promise<Outcome<Answered>> {
  return inTransaction(guest, async (context) => {
    if (!(await lockPerson(context, guest.prospectId))) return no({ code: "not-found" });
    const { heard, subjectId } = await hear(context, answer);
    if (heard === "missing") return no({ code: "not-found" });
    if (heard === "heard") await tellOwner(context, answer, subjectId);
    return ok({ action: answer.action, changed: heard === "heard" });
  });
}

async function hear(context: TxContext<Guest>, answer: Answer): Promise<{ heard: Heard; subjectId: string }> {
  const { prospectId } = context;
  const writer = { ...context, actorId: null };
  switch (answer.action) {
    case "accept":
      return about(answer.followUpId, await answerPlanned(writer, prospectId, { ...answer, says: "yes" }));
    case "another-time":
      return about(answer.followUpId, await answerPlanned(writer, prospectId, { ...answer, says: "another-time" }));
    case "not-this":
      return about(answer.followUpId, await answerPlanned(writer, prospectId, { ...answer, says: "not-this" }));
    case "react":
      return about(answer.shareId, await reactToShare(context, prospectId, answer.shareId, answer.reaction));
    case "confirm-step":
      return about(answer.stepId, await answerNextStep(context, prospectId, answer.stepId, null));
    case "correct-step":
      return about(answer.stepId, await answerNextStep(context, prospectId, answer.stepId, answer.correction));
    case "refer": {
      const { heard, id } = await keepReferral(context, prospectId, answer.who);
      return about(id, heard);
    }
  }
}

const about = (subjectId: string, heard: Heard) => ({ subjectId, heard });

/** The event names what was answered, not the words: those stand on the record, where they can be erased. */
async function tellOwner({ tx, orgId, now, prospectId }: TxContext<Guest>, answer: Answer, subjectId: string): Promise<void> {
  const place = { tx, orgId, actorId: null, now };
  const { held } = await rejudge(place, prospectId, "preference");
  const data = { taken: held, ...("reaction" in answer && { reaction: answer.reaction }) };
  await recordEvent(place, { kind: events[answer.action], prospectId, subjectId, data });
  const kind = notices[answer.action];
  if (kind) await tellConcerned(place, { kind, prospectId });
  await refreshPulse(tx, orgId, [prospectId]);
}

const events: Record<AnswerAction, string> = {
  accept: "preferences.touch-accepted",
  "another-time": "preferences.another-time",
  "not-this": "preferences.touch-declined",
  react: "preferences.reacted",
  "confirm-step": "preferences.step-confirmed",
  "correct-step": "preferences.step-corrected",
  refer: "preferences.referred",
};

/** What the owner has to look at; a yes and a thank-you stand on the record. */
const notices: Partial<Record<AnswerAction, NoticeKind>> = {
  "another-time": "answered",
  "not-this": "answered",
  "correct-step": "answered",
  refer: "someone-else",
};
