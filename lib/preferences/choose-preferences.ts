import "server-only";
import { recordConsent } from "#lib/consent/record-consent.ts";
import { recordTerms } from "#lib/consent/record-terms.ts";
import { stoppedAltogether, undoableStop } from "#lib/consent/standing.ts";
import { narrowSuppression, suppress, unsuppress } from "#lib/consent/suppress.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { NoticeKind } from "#lib/notices/notice.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
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
 * A person says on their own page how they want to be contacted (C1–C4, C7). It takes effect with the same commit, under every name they are
 * known by: the ledger and their terms grow by what is new, addresses are suppressed or freed, and every follow-up planned is judged again.
 */
export function choosePreferences(guest: Guest, choice: Choice): Promise<Outcome<Chosen>> {
  return inTransaction(guest, async (context) => {
    const person = await lockPerson(context, guest.prospectId);
    if (!person) return no({ code: "not-found" });
    const agreement = await readAgreement(context, guest.prospectId);
    const zone = agreement.terms?.timeZone ?? person.zone;
    const said = { choice, organisation: person.organisation, zone, today: dateOf(localDay(zone, guest.now)) };
    const refusal = refuse(choice, agreement, guest.now, said.today);
    if (refusal) return refusal;

    const versions = new Map<string, number>();
    for (const prospectId of [guest.prospectId, ...person.alsoKnownAs]) {
      const version = await keep({ ...context, prospectId }, said, prospectId === guest.prospectId ? "said" : "spread");
      if (version !== null) versions.set(prospectId, version);
    }
    if (versions.size === 0) return ok({ action: choice.action, changed: false });
    await takeEffect(context, person, choice, versions);
    return ok({ action: choice.action, changed: true });
  });
}

type Said = { choice: Choice; organisation: string; zone: string; today: string };

/**
 * Writes the choice to one record: the version of its terms, or null where nothing is new. Limits spread to the person's other records as they
 * are; a yes stays where it was said, and lifts no stop elsewhere, for an address may be shared.
 */
async function keep(context: TxContext<Guest>, said: Said, how: "said" | "spread"): Promise<number | null> {
  const { prospectId, linkId, now } = context;
  const { choice, organisation, zone, today } = said;
  const agreement = await readAgreement(context, prospectId);
  const { terms, beforeStop, entries } = agreement;
  const spread = how === "spread";
  if (spread && (refuse(choice, agreement, now, today) || (choice.action === "save" && isStopped(agreement, now)))) return null;

  const next = nextTerms(terms ?? nothingSaid, choice, today, beforeStop ?? nothingSaid);
  const changed = !alreadySaid(terms, next) && !(choice.action === "resume" && !terms?.pausedUntil);
  const lines = ledgerLines(choice, next, entries, { now, zone: next.timeZone ?? zone, changed }).filter(
    ({ status }) => !(spread && status === "express"),
  );
  if (!changed && lines.length === 0) return null;

  const version = changed ? await recordTerms(context, prospectId, next, "person") : terms!.version;
  const proof = { wording: wordingOf(choice.action, organisation), wordingVersion, evidence: `link ${linkId}, version ${version}` };
  const theirs = { prospectId, saidBy: "person", method: "preference_link", ...proof } as const;
  await recordConsent(
    { ...context, actorId: null },
    lines.map((line) => ({ ...line, ...theirs })),
  );
  if (!spread || choice.action !== "save") await suppressAsChosen(context, choice, agreement);
  return version;
}

const isStopped = ({ entries, terms }: Agreement, now: Date) => terms?.stopped === true || stoppedAltogether(entries, now) !== null;

/** What cannot be done as things stand. A stop never is. */
function refuse(choice: Choice, agreement: Agreement, now: Date, today: string): Outcome<never> | null {
  const { entries, terms } = agreement;
  const stopped = isStopped(agreement, now);
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
async function takeEffect(context: TxContext<Guest>, person: Person, { action }: Choice, versions: Map<string, number>): Promise<void> {
  const { tx, orgId, now } = context;
  const everyone = [context.prospectId, ...person.alsoKnownAs];
  const place = { tx, orgId, actorId: null, now };
  for (const prospectId of everyone) {
    const { held: taken } = await rejudge(place, prospectId, "preference");
    const version = versions.get(prospectId);
    if (version) await recordEvent(place, { kind: events[action], prospectId, data: { version, taken } });
    await tellConcerned(place, { kind: notices[action], prospectId, always: version !== undefined });
  }
  await refreshPulse(tx, orgId, everyone);
}

const events: Record<Choice["action"], string> = {
  save: "preferences.chosen",
  pause: "preferences.paused",
  resume: "preferences.resumed",
  "call-back": "preferences.call-back",
  stop: "preferences.stopped",
  "undo-stop": "preferences.undone",
};

const notices: Record<Choice["action"], NoticeKind> = {
  save: "chosen",
  pause: "paused",
  resume: "resumed",
  "call-back": "call-back",
  stop: "stopped",
  "undo-stop": "undone",
};
