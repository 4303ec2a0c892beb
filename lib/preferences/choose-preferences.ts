import "server-only";
import { recordConsent } from "#lib/consent/record-consent.ts";
import { recordTerms } from "#lib/consent/record-terms.ts";
import { stoppedAltogether, undoableStop } from "#lib/consent/standing.ts";
import { narrowSuppression, suppress, unsuppress } from "#lib/consent/suppress.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { Choice } from "#lib/preferences/choice.ts";
import type { Guest } from "#lib/preferences/guest.ts";
import { ledgerLines } from "#lib/preferences/ledger-lines.ts";
import { alreadySaid, dateProblem, nextTerms, nothingSaid } from "#lib/preferences/next-terms.ts";
import { type Agreement, lockPerson, type Person, readAgreement } from "#lib/preferences/store.ts";
import { refusals, wordingOf, wordingVersion } from "#lib/preferences/wording.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

type Chosen = { action: Choice["action"]; changed: boolean };

/**
 * A person says on their own page how they want to be contacted (C1–C4, C7). It takes effect with the same commit: the ledger and their terms
 * grow by what is new, their addresses are suppressed or freed, and every follow-up planned with them is judged again.
 */
export function choosePreferences(guest: Guest, choice: Choice): Promise<Outcome<Chosen>> {
  return inTransaction(guest, async (context) => {
    const person = await lockPerson(context, guest.prospectId);
    if (!person) return no({ code: "not-found" });
    const agreement = await readAgreement(context, guest.prospectId);
    const zone = agreement.terms?.timeZone ?? person.zone;
    const today = dateOf(localDay(zone, guest.now));
    const refusal = refuse(choice, agreement, guest.now, today);
    if (refusal) return refusal;

    const next = nextTerms(agreement.terms ?? nothingSaid, choice, today, agreement.beforeStop ?? nothingSaid);
    const changed = !alreadySaid(agreement.terms, next) && !(choice.action === "resume" && !agreement.terms?.pausedUntil);
    const lines = ledgerLines(choice, next, agreement.entries, { now: guest.now, zone: next.timeZone ?? zone, changed });
    if (!changed && lines.length === 0) return ok({ action: choice.action, changed: false });

    const version = changed ? await recordTerms(context, guest.prospectId, next, "person") : agreement.terms!.version;
    const proof = {
      wording: wordingOf(choice.action, person.organisation),
      wordingVersion,
      evidence: `link ${guest.linkId}, version ${version}`,
    };
    const said = { prospectId: guest.prospectId, saidBy: "person", method: "preference_link", ...proof } as const;
    await recordConsent(
      { ...context, actorId: null },
      lines.map((line) => ({ ...line, ...said })),
    );
    await suppressAsChosen(context, choice, agreement);
    await takeEffect(context, person, choice, version);
    return ok({ action: choice.action, changed: true });
  });
}

/** What cannot be done as things stand. A stop never is. */
function refuse(choice: Choice, { entries, terms }: Agreement, now: Date, today: string): Outcome<never> | null {
  const stopped = terms?.stopped === true || stoppedAltogether(entries, now) !== null;
  const problem = dateProblem(choice, today);
  if (problem) return invalid(problem.field, problem.sentence);
  if (choice.action === "undo-stop" && !(terms?.stopped && undoableStop(entries, now)))
    return no({ code: "conflict", sentence: refusals["undo-over"] });
  if (stopped && (choice.action === "pause" || choice.action === "resume" || choice.action === "call-back"))
    return no({ code: "conflict", sentence: refusals.stopped });
  return null;
}

async function suppressAsChosen(context: TxContext<Guest>, choice: Choice, { entries }: Agreement): Promise<void> {
  const { prospectId, now } = context;
  if (choice.action === "stop") await suppress(context, prospectId, ["any"], "They stopped all contact");
  if (choice.action === "save") await narrowSuppression(context, prospectId, choice.channels, "They chose other ways");
  if (choice.action === "undo-stop") await unsuppress(context, prospectId, undoableStop(entries, now)!);
}

/** Judges what is planned with them again, under every name they are known by, in the transaction of their choice. */
async function takeEffect(context: TxContext<Guest>, { alsoKnownAs }: Person, { action }: Choice, version: number): Promise<void> {
  const { tx, orgId, prospectId, now } = context;
  const everyone = [prospectId, ...alsoKnownAs];
  const place = { tx, orgId, actorId: null, now };
  let taken = 0;
  for (const id of everyone) taken += (await rejudge(place, id, "preference")).held;
  await refreshPulse(tx, orgId, everyone);
  await recordEvent(place, { kind: events[action], prospectId, data: { version, taken } });
}

const events: Record<Choice["action"], string> = {
  save: "preferences.chosen",
  pause: "preferences.paused",
  resume: "preferences.resumed",
  "call-back": "preferences.call-back",
  stop: "preferences.stopped",
  "undo-stop": "preferences.undone",
};
