import "server-only";
import { recordConsent } from "#lib/consent/record-consent.ts";
import { recordTerms } from "#lib/consent/record-terms.ts";
import { stoppedAltogether, undoableStop } from "#lib/consent/standing.ts";
import { narrowSuppression, suppress, unsuppress } from "#lib/consent/suppress.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Spoken } from "#lib/follow-up/spoken.ts";
import type { NoticeKind } from "#lib/notices/notice.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { type Choice, type ChoiceAction, isStop, type ProblemKey } from "#lib/preferences/choice.ts";
import type { Guest } from "#lib/preferences/guest.ts";
import { type Line, ledgerLines } from "#lib/preferences/ledger-lines.ts";
import { dateProblem, makesVersion, nextTerms, nothingSaid } from "#lib/preferences/next-terms.ts";
import { type Agreement, lockPerson, type Person, readAgreement } from "#lib/preferences/store.ts";
import { wordingOf, wordingVersion } from "#lib/preferences/wording.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { type OnPlanned, takingEffect } from "#lib/schedule/take-effect.ts";

type Chosen = { action: ChoiceAction; changed: boolean };

/**
 * A person says on their own page how they want to be contacted (C1–C4, C7). It takes effect with the same commit, under every name they are
 * known by, in the words of the language shown: the ledger and their terms grow by what is new, addresses are suppressed or freed, and every follow-up planned is judged again.
 */
export function choosePreferences(guest: Guest, choice: Choice, shown: Spoken = "en"): Promise<Outcome<Chosen>> {
  return takingEffect(isQuieting(choice), (onPlanned) => write(guest, choice, shown, onPlanned));
}

/** What only asks for less must not wait for a judge (C3, C4). */
const isQuieting = (choice: Choice) => isStop(choice) || choice.action === "pause";

function write(guest: Guest, choice: Choice, shown: Spoken, onPlanned: OnPlanned): Promise<Outcome<Chosen>> {
  return inTransaction(guest, async (context) => {
    const person = await lockPerson(context, guest.prospectId);
    if (!person) return no({ code: "not-found" });
    const agreement = await readAgreement(context, guest.prospectId);
    const zone = agreement.terms?.timeZone ?? person.zone;
    const said = { choice, shown, organisation: person.organisation, zone, today: dateOf(localDay(zone, guest.now)) };
    const refusal = strayTopic(choice, person, agreement) ?? refuse(choice, agreement, guest.now, said.today);
    if (refusal) return refusal;

    const versions = new Map<string, number>();
    for (const prospectId of [guest.prospectId, ...person.alsoKnownAs]) {
      const version = await keep({ ...context, prospectId }, said, prospectId === guest.prospectId ? "said" : "spread");
      if (version !== null) versions.set(prospectId, version);
    }
    if (versions.size === 0) return ok({ action: choice.action, changed: false });
    await takeEffect(context, person, choice, versions, onPlanned);
    return ok({ action: choice.action, changed: true });
  });
}

type Said = { choice: Choice; shown: Spoken; organisation: string; zone: string; today: string };

/**
 * Writes the choice to one record: the version of its terms, or null where nothing is new. Limits spread to the person's other records as they
 * are; a yes stays where it was said, and lifts no stop elsewhere, for an address may be shared.
 */
async function keep(context: TxContext<Guest>, said: Said, how: "said" | "spread"): Promise<number | null> {
  const { prospectId, linkId, now, method = "preference_link" } = context;
  const { choice, shown, organisation, zone, today } = said;
  const agreement = await readAgreement(context, prospectId);
  const { terms, beforeStop, entries } = agreement;
  const spread = how === "spread";
  if (
    spread &&
    (choice.action === "allow-channel" || refuse(choice, agreement, now, today) || (choice.action === "save" && isStopped(agreement, now)))
  )
    return null;

  const next = nextTerms(terms ?? nothingSaid, choice, today, beforeStop ?? nothingSaid);
  const changed = makesVersion(choice, terms, next);
  const lines = ledgerLines(choice, next, entries, { now, zone: next.timeZone ?? zone, changed }).filter(
    ({ status }) => !(spread && status === "express"),
  );
  if (!changed && lines.length === 0) return null;

  const version = changed ? await recordTerms(context, prospectId, next, "person") : (terms?.version ?? 0);
  const wording = { wording: wordingOf(choice, organisation, shown), wordingVersion: wordingVersion(shown) };
  const proof = { ...wording, evidence: `${method === "one_click" ? "message" : "link"} ${linkId}, version ${version}` };
  const theirs = { prospectId, saidBy: "person", method, ...proof } as const;
  await recordConsent(
    { ...context, actorId: null },
    lines.map((line) => ({ ...line, ...theirs, doubleOptInAt: isConfirmed(line, context) ? now : null })),
  );
  if (!spread || choice.action !== "save") await suppressAsChosen(context, choice, agreement);
  return version;
}

/** A yes to e-mail by a link that went to their own mailbox is confirmed by it (double opt-in). */
const isConfirmed = ({ channel, status }: Line, { mailed = false }: Guest) => mailed && channel === "email" && status === "express";

const isStopped = ({ entries, terms }: Agreement, now: Date) => terms?.stopped === true || stoppedAltogether(entries, now) !== null;

/** What cannot be done as things stand. A stop never is. */
function refuse(choice: Choice, agreement: Agreement, now: Date, today: string): Outcome<never> | null {
  const { entries, terms } = agreement;
  const stopped = isStopped(agreement, now);
  const problem = dateProblem(choice, today);
  if (problem) return invalid(problem.field, problem.problem);
  if (choice.action === "undo-stop" && !(terms?.stopped && undoableStop(entries, now))) return declined("undoOver");
  if (stopped && needsContact.has(choice.action)) return declined("stopped");
  return null;
}

const declined = (problem: ProblemKey) => no({ code: "conflict", sentence: problem });

/** What says nothing where all contact is stopped. */
const needsContact = new Set<ChoiceAction>(["pause", "resume", "call-back", "allow-channel"]);

/** Topics are those of the library, and those they named before. */
function strayTopic(choice: Choice, { topics }: Person, { terms }: Agreement): Outcome<never> | null {
  const named = choice.action === "save" ? choice.topics : "topic" in choice ? [choice.topic] : [];
  const known = new Set([...topics, ...(terms?.topics ?? []), ...(terms?.refusedTopics ?? [])]);
  return named.every((topic) => known.has(topic)) ? null : no({ code: "not-found" });
}

async function suppressAsChosen(context: TxContext<Guest>, choice: Choice, { entries }: Agreement): Promise<void> {
  const { prospectId, now } = context;
  if (choice.action === "stop") await suppress(context, prospectId, ["any"], "They stopped all contact");
  if (choice.action === "stop-channel") await suppress(context, prospectId, [choice.channel], "They stopped this channel");
  if (choice.action === "allow-channel") await narrowSuppression(context, prospectId, [choice.channel], "They allowed this channel again");
  if (choice.action === "save") await narrowSuppression(context, prospectId, choice.channels, "They chose other ways");
  if (choice.action === "undo-stop") await unsuppress(context, prospectId, undoableStop(entries, now)!);
}

/** Judges what is planned with them again, under every name they are known by, in the transaction of their choice. */
async function takeEffect(
  context: TxContext<Guest>,
  person: Person,
  choice: Choice,
  versions: Map<string, number>,
  onPlanned: OnPlanned,
): Promise<void> {
  const { tx, orgId, now } = context;
  const everyone = [context.prospectId, ...person.alsoKnownAs];
  const place = { tx, orgId, actorId: null, now };
  for (const prospectId of everyone) {
    const { held: taken } = await onPlanned(place, prospectId, "preference");
    const version = versions.get(prospectId);
    if (version !== undefined)
      await recordEvent(place, { kind: events[choice.action], prospectId, data: { version, taken, ...aboutOf(choice) } });
    await tellConcerned(place, { kind: notices[choice.action], prospectId, always: version !== undefined });
  }
  await refreshPulse(tx, orgId, everyone);
}

/** Which channel or topic it was about, for those who are told. */
const aboutOf = (choice: Choice) => ("channel" in choice ? { channel: choice.channel } : "topic" in choice ? { topic: choice.topic } : {});

const events: Record<ChoiceAction, string> = {
  save: "preferences.chosen",
  pause: "preferences.paused",
  resume: "preferences.resumed",
  "call-back": "preferences.call-back",
  stop: "preferences.stopped",
  "undo-stop": "preferences.undone",
  "stop-channel": "preferences.channel-stopped",
  "allow-channel": "preferences.channel-allowed",
  "stop-topic": "preferences.topic-stopped",
  "allow-topic": "preferences.topic-allowed",
};

const notices: Record<ChoiceAction, NoticeKind> = {
  save: "chosen",
  pause: "paused",
  resume: "resumed",
  "call-back": "call-back",
  stop: "stopped",
  "undo-stop": "undone",
  "stop-channel": "chosen",
  "allow-channel": "chosen",
  "stop-topic": "chosen",
  "allow-topic": "chosen",
};
