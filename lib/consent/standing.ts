import type { ConsentEntry, ConsentStatus } from "#lib/consent/ledger.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";

/** The forms of yes, from most to least permissive. */
const agreements = ["express", "soft_opt_in", "implied", "legitimate_interest"] as const satisfies ConsentStatus[];
export type Agreement = (typeof agreements)[number];

/** What the ledger says about one channel at one instant, and the line it rests on. */
export type Standing =
  | { kind: "stopped"; since: Date; entry: ConsentEntry }
  | { kind: "agreed"; status: Agreement; basis: string | null; since: Date; until: Date | null; entry: ConsentEntry }
  | { kind: "unknown" };

/** How long a person may take back their own stop as a slip of the finger, in milliseconds. */
export const undoWindow = 10 * 60_000;

/**
 * What stands on a channel at `at` (C4, C9). A stop stands, whoever recorded it, until the person themselves says yes later than it, or undoes
 * their own within ten minutes; nobody else's entry lifts it, and at equal instants the stop wins. The database's `stop_in_force` says the same.
 * For one `address` of the channel, a yes to another says nothing, and a no to any of them holds.
 */
export function standing(entries: readonly ConsentEntry[], channel: Channel, at: Date, address: string | null = null): Standing {
  const named = entries.filter((entry) => (entry.channel === channel || entry.channel === "any") && entry.effectiveFrom <= at);
  const known = address === null ? named : named.filter((entry) => isStop(entry) || speaksFor(entry, address));

  const words = ownWords(known, at);
  let stop: ConsentEntry | null = null;
  let yes: ConsentEntry | null = null;
  for (const entry of known) {
    if (isStop(entry)) {
      if ((!stop || gravestFirst(entry, stop) < 0) && !isLifted(entry, words)) stop = entry;
    } else if (isAgreement(entry) && isRunning(entry, at) && (!yes || ownWordFirst(entry, yes) < 0)) yes = entry;
  }
  if (stop) return { kind: "stopped", since: stop.effectiveFrom, entry: stop };
  if (!yes) return { kind: "unknown" };
  const { basis, effectiveFrom: since, effectiveTo: until } = yes;
  return { kind: "agreed", status: yes.status as Agreement, basis, since, until, entry: yes };
}

/** The stop of everything that stands at `at`: on every channel, with no later yes of theirs to any of them. */
export function stoppedAltogether(entries: readonly ConsentEntry[], at: Date): ConsentEntry | null {
  const known = entries.filter((entry) => entry.effectiveFrom <= at);
  const words = ownWords(known, at);
  const stops = known.filter((entry) => isStop(entry) && entry.channel === "any" && !isLifted(entry, words));
  return stops.toSorted(gravestFirst)[0] ?? null;
}

/** Since when the person's own stop of everything stands, while they can still take it back. */
export function undoableStop(entries: readonly ConsentEntry[], at: Date): Date | null {
  const own = stoppedAltogether(
    entries.filter(({ saidBy }) => saidBy === "person"),
    at,
  );
  return own && at.getTime() - own.effectiveFrom.getTime() <= undoWindow ? own.effectiveFrom : null;
}

/** Whether a line is about this address: said of it, or of no single one. */
export const speaksFor = ({ contactPointId }: ConsentEntry, address: string) => !contactPointId || contactPointId === address;

const isStop = ({ status }: ConsentEntry) => status === "objected" || status === "withdrawn";
const isAgreement = ({ status }: ConsentEntry) => (agreements as readonly ConsentStatus[]).includes(status);
const isRunning = ({ effectiveTo }: ConsentEntry, at: Date) => effectiveTo === null || effectiveTo > at;

type OwnWords = { lastYes: number; undone: number[] };

/** The person's own words that can lift a stop: their latest yes that runs, and every "that was a mistake". */
function ownWords(known: readonly ConsentEntry[], at: Date): OwnWords {
  let lastYes = -Infinity;
  const undone: number[] = [];
  for (const entry of known) {
    if (entry.saidBy !== "person") continue;
    if (entry.status === "undone") undone.push(entry.effectiveFrom.getTime());
    else if (entry.status === "express" && isRunning(entry, at)) lastYes = Math.max(lastYes, entry.effectiveFrom.getTime());
  }
  return { lastYes, undone };
}

function isLifted({ status, channel, saidBy, effectiveFrom }: ConsentEntry, { lastYes, undone }: OwnWords): boolean {
  const since = effectiveFrom.getTime();
  if (lastYes > since) return true;
  const isOwn = status === "objected" && channel === "any" && saidBy === "person";
  return isOwn && undone.some((word) => word > since && word - since <= undoWindow);
}

/** A stop of everything before the no to a channel, an objection before a withdrawal; then the earliest, since when it has stood. */
function gravestFirst(a: ConsentEntry, b: ConsentEntry): number {
  const weight = (entry: ConsentEntry) => (entry.status === "objected" ? 0 : 2) + (entry.channel === "any" ? 0 : 1);
  return weight(a) - weight(b) || a.effectiveFrom.getTime() - b.effectiveFrom.getTime() || byId(a, b);
}

/** Their own word before anybody else's; then the latest; at equal instants the less permissive, then the sooner to end. */
function ownWordFirst(a: ConsentEntry, b: ConsentEntry): number {
  const own = (entry: ConsentEntry) => (entry.saidBy === "person" ? 0 : 1);
  const permissive = (entry: ConsentEntry) => agreements.indexOf(entry.status as Agreement);
  const end = (entry: ConsentEntry) => entry.effectiveTo?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return (
    own(a) - own(b) ||
    b.effectiveFrom.getTime() - a.effectiveFrom.getTime() ||
    permissive(b) - permissive(a) ||
    end(a) - end(b) ||
    byId(a, b)
  );
}

const byId = (a: ConsentEntry, b: ConsentEntry) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
