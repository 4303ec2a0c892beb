import "server-only";
import { recordConsent } from "#lib/consent/record-consent.ts";
import { recordTerms } from "#lib/consent/record-terms.ts";
import { standing, stoppedAltogether, undoableStop, undoWindow } from "#lib/consent/standing.ts";
import { narrowSuppression, suppress, unsuppress } from "#lib/consent/suppress.ts";
import { narrowTopics, suppressTopics, wereKeptAway } from "#lib/consent/suppress-topics.ts";
import { nothingSaid } from "#lib/consent/terms.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Spoken } from "#lib/follow-up/spoken.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import type { NoticeKind } from "#lib/notices/notice.ts";
import { tellConcerned } from "#lib/notices/tell-concerned.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { enqueue } from "#lib/platform/queue.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { type Choice, type ChoiceAction, isStop, type ProblemKey } from "#lib/preferences/choice.ts";
import type { Guest } from "#lib/preferences/guest.ts";
import { whereTheyAre } from "#lib/preferences/where-they-are.ts";
import { type Line, ledgerLines } from "#lib/preferences/ledger-lines.ts";
import { dateProblem, makesVersion, nextTerms, withRefused } from "#lib/preferences/next-terms.ts";
import { type Agreement, findLibraryTopics, readAgreement, wasSaidBy } from "#lib/preferences/store.ts";
import { wordingOf, wordingVersion } from "#lib/preferences/wording.ts";
import { type LockedPerson, lockPerson } from "#lib/prospects/lock-person.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { type OnPlanned, takingEffect } from "#lib/schedule/take-effect.ts";

type Chosen = { action: ChoiceAction; changed: boolean };

/**
 * A person says on their own page how they want to be contacted (C1–C4, C7). It takes effect with the same commit, under every name they are
 * known by, in the words of the language shown: the ledger and their terms grow by what is new, addresses are suppressed or freed, and every follow-up planned is judged again.
 */
export function choosePreferences(guest: Guest, choice: Choice, shown: Spoken = "en"): Promise<Outcome<Chosen>> {
  return whereTheyAre(guest, (guest) => takingEffect(isQuieting(choice), (onPlanned) => write(guest, choice, shown, onPlanned)));
}

/** What only asks for less must not wait for a judge (C3, C4). */
const isQuieting = (choice: Choice) => isStop(choice) || choice.action === "pause";

function write(guest: Guest, choice: Choice, shown: Spoken, onPlanned: OnPlanned): Promise<Outcome<Chosen>> {
  return inTransaction(guest, async (context) => {
    const person = await lockPerson(context, guest.prospectId);
    if (!person) return no({ code: "not-found" });
    const agreement = await readAgreement(context, guest.prospectId);
    const zone = agreement.terms?.timeZone ?? person.zone;
    const everyone = [guest.prospectId, ...person.alsoKnownAs];
    const said = { choice, shown, organisation: person.organisation, zone, today: dateOf(localDay(zone, guest.now)), everyone, agreement };
    const refusal =
      strayTopic(choice, await findLibraryTopics(context), agreement) ??
      refuse(choice, agreement, guest.now, said.today) ??
      (await refuseStrangersWord(context, choice, agreement));
    if (refusal) return refusal;

    const versions = new Map<string, number>();
    for (const prospectId of everyone) {
      const version = await keep({ ...context, prospectId }, said, prospectId === guest.prospectId ? "said" : "spread");
      if (version !== null) versions.set(prospectId, version);
    }
    if (versions.size === 0) return ok({ action: choice.action, changed: false });
    await takeEffect(context, person, choice, versions, onPlanned);
    return ok({ action: choice.action, changed: true });
  });
}

type Said = { choice: Choice; shown: Spoken; organisation: string; zone: string; today: string; everyone: string[]; agreement: Agreement };

/**
 * Writes the choice to one record: the version of its terms, or null where nothing is new. Limits spread to the person's other records as they
 * are; a yes stays where it was said, and lifts no stop elsewhere, for an address may be shared.
 */
async function keep(context: TxContext<Guest>, said: Said, how: "said" | "spread"): Promise<number | null> {
  const { prospectId, linkId, now, method = "preference_link" } = context;
  const { choice, shown, organisation, zone, today } = said;
  const agreement = await readAgreement(context, prospectId);
  const { terms, beforeStop, entries, keptAway } = agreement;
  const spread = how === "spread";
  if (spread && !isSpread(choice, said.agreement, agreement, now, today)) return null;

  const known = terms && withRefused(terms, keptAway);
  const next = nextTerms(known ?? withRefused(nothingSaid, keptAway), choice, today, withRefused(beforeStop ?? nothingSaid, keptAway));
  const changed = makesVersion(choice, known, next);
  const lines = ledgerLines(choice, next, entries, { now, zone: next.timeZone ?? zone, changed }).filter(
    ({ status }) => !(spread && status === "express"),
  );
  if (!changed && lines.length === 0) return null;

  // only saving the whole makes what a colleague noted their own word; a pause or a stop beside it does not
  const saidBy = choice.action === "save" ? "person" : (terms?.saidBy ?? "person");
  const version = changed ? await recordTerms(context, prospectId, next, saidBy) : (terms?.version ?? 0);
  const wording = { wording: wordingOf(choice, organisation, shown), wordingVersion: wordingVersion(shown) };
  const proof = { ...wording, evidence: `${method === "one_click" ? "message" : "link"} ${linkId}, version ${version}` };
  const theirs = { prospectId, saidBy: "person", method, ...proof } as const;
  await recordConsent(
    { ...context, actorId: null },
    lines.map((line) => ({ ...line, ...theirs, doubleOptInAt: isConfirmed(line, context) ? now : null })),
  );
  if (!spread || choice.action !== "save") await suppressAsChosen(context, said, agreement);
  if (changed) {
    await suppressTopics(context, prospectId, next.refusedTopics);
    await narrowTopics(context, prospectId, said.everyone, next.refusedTopics);
  }
  return version;
}

/** What reaches a person's other records: whatever asks for less, and of what asks for more only the end of what began with the same act. */
function isSpread(choice: Choice, said: Agreement, other: Agreement, now: Date, today: string): boolean {
  if (refuse(choice, other, now, today)) return false;
  switch (choice.action) {
    case "allow-channel":
    case "allow-topic":
      return false;
    case "save":
      return !isStopped(other, now);
    case "resume":
      return other.terms?.pausedUntil === said.terms?.pausedUntil;
    case "undo-stop":
      return undoableStop(other.entries, now)?.getTime() === undoableStop(said.entries, now)?.getTime();
    default:
      return true;
  }
}

/** A yes to e-mail by a link that went to their own mailbox is confirmed by it (double opt-in). */
const isConfirmed = ({ channel, status }: Line, { addressSince = null }: Guest) =>
  addressSince !== null && channel === "email" && status === "express";

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

/**
 * C4: only the person takes a no back. A link that was handed over, or went to an address that came on the record after the no, may be in other hands:
 * it cannot, but the link by which they stopped us can undo that stop. A topic that is kept away is let in again by mail alone, a slip of a moment ago aside.
 */
async function refuseStrangersWord(context: TxContext<Guest>, choice: Choice, { entries }: Agreement): Promise<Outcome<never> | null> {
  const { now, linkId, prospectId, addressSince = null } = context;
  const topics = topicsLiftedBy(choice);
  if (topics.length > 0 && addressSince === null && (await wereKeptAway(context, prospectId, topics, new Date(now.getTime() - undoWindow))))
    return declined("ownMailbox");
  const noes = liftedBy(choice)
    .map((channel) => standing(entries, channel, now))
    .filter((held) => held.kind === "stopped");
  if (noes.every(({ since }) => addressSince !== null && addressSince <= since)) return null;
  const isOwnSlip = choice.action === "undo-stop" && (await wasSaidBy(context, noes, linkId));
  return isOwnSlip ? null : declined("ownMailbox");
}

const topicsLiftedBy = (choice: Choice) =>
  choice.action === "save" ? choice.topics : choice.action === "allow-topic" ? [choice.topic] : [];

function liftedBy(choice: Choice): Channel[] {
  if (choice.action === "save") return choice.channels;
  if (choice.action === "allow-channel") return [choice.channel];
  return choice.action === "undo-stop" ? [...Channel.options] : [];
}

const declined = (problem: ProblemKey) => no({ code: "conflict", sentence: problem });

/** What says nothing where all contact is stopped. */
const needsContact = new Set<ChoiceAction>(["pause", "resume", "call-back", "allow-channel"]);

/** Topics are those of the library, and those they named before. */
function strayTopic(choice: Choice, topics: string[], { terms, keptAway }: Agreement): Outcome<never> | null {
  const named = choice.action === "save" ? choice.topics : "topic" in choice ? [choice.topic] : [];
  const known = new Set([...topics, ...(terms?.topics ?? []), ...(terms?.refusedTopics ?? []), ...keptAway]);
  return named.every((topic) => known.has(topic)) ? null : no({ code: "not-found" });
}

async function suppressAsChosen(context: TxContext<Guest>, { choice, everyone }: Said, { entries }: Agreement): Promise<void> {
  const { prospectId, now } = context;
  if (choice.action === "stop") await suppress(context, prospectId, ["any"], "They stopped all contact");
  if (choice.action === "stop-channel") await suppress(context, prospectId, [choice.channel], "They stopped this channel");
  if (choice.action === "allow-channel")
    await narrowSuppression(context, prospectId, everyone, [choice.channel], "They allowed this channel again");
  if (choice.action === "save") await narrowSuppression(context, prospectId, everyone, choice.channels, "They chose other ways");
  if (choice.action === "undo-stop") await unsuppress(context, prospectId, undoableStop(entries, now)!);
}

/** Judges what is planned with them again, under every name they are known by, in the transaction of their choice. */
async function takeEffect(
  context: TxContext<Guest>,
  person: LockedPerson,
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
  // others may be known by the same number
  if (isStop(choice)) await enqueue(tx, "hold-stopped", { orgId, sharedWith: context.prospectId });
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
