import { type Draft, type LogActions, type Opening, toInput, toNextStep, type Waiting } from "#components/log-draft.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayClock } from "#lib/follow-up/say-when.ts";
import { sentence } from "#lib/outcome.ts";

/** Touches that wait on this device, a list for each person who signs in on it. */
const place = (userId: string) => `outbox:${userId}`;

export function listWaiting(userId: string): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(place(userId)) ?? "[]") as Waiting[];
  } catch {
    return [];
  }
}

/** Whether it could be kept. */
function write(userId: string, waiting: readonly Waiting[]): boolean {
  try {
    if (waiting.length === 0) localStorage.removeItem(place(userId));
    else localStorage.setItem(place(userId), JSON.stringify(waiting));
  } catch {
    return false;
  }
  window.dispatchEvent(new Event("outbox"));
  return true;
}

const keyOf = ({ draft }: Waiting) => draft.clientKey;
const without = (userId: string, clientKey: string) => listWaiting(userId).filter((each) => keyOf(each) !== clientKey);

/** Keeps a touch until the server can be reached, as of now if no time was named; false where the device keeps nothing. */
export function keepWaiting({ userId, timeZone }: LogActions, draft: Draft, { prospect, followUpId }: Opening): boolean {
  const now = new Date();
  const at = draft.at || `${dateOf(localDay(timeZone, now))}T${sayClock(timeZone, now)}`;
  const byHand = [...new Set([...draft.byHand, "at" as const])];
  const kept = { draft: { ...draft, at, byHand }, opening: { prospect, followUpId }, since: now.toISOString(), refused: null };
  return write(userId, [...without(userId, draft.clientKey), kept]);
}

export const dropWaiting = (userId: string, clientKey: string): boolean => write(userId, without(userId, clientKey));

/** As the use case takes it. The key makes a second sending of the same touch one touch; whoever wrote it is the only one it is logged for. */
export function toTouch(draft: Draft, followUpId: string | null, writtenBy: string) {
  return { ...toInput(draft), prospectId: draft.prospect?.id ?? "", followUpId, nextStep: toNextStep(draft), writtenBy };
}

export type Sent = { state: "sent"; waiting: Waiting; held: number } | { state: "unreachable" | "signed-out" | "refused" };

/** Sends what waits, one after the other; what the server refuses stays with the reason, to be put right. Only one window sends at a time. */
export async function sendWaiting(userId: string, log: LogActions["log"]): Promise<Sent[]> {
  if (!("locks" in navigator)) return sendAll(userId, log);
  return navigator.locks.request(place(userId), { ifAvailable: true }, (lock) => (lock ? sendAll(userId, log) : []));
}

async function sendAll(userId: string, log: LogActions["log"]): Promise<Sent[]> {
  const told: Sent[] = [];
  for (const waiting of listWaiting(userId).filter(({ refused }) => refused === null)) {
    const sent = await sendOne(userId, waiting, log);
    told.push(sent);
    if (sent.state === "unreachable" || sent.state === "signed-out") break;
  }
  return told;
}

async function sendOne(userId: string, waiting: Waiting, log: LogActions["log"]): Promise<Sent> {
  const outcome = await log(null, toTouch(waiting.draft, waiting.opening.followUpId, userId)).catch(() => null);
  if (outcome === null) return { state: "unreachable" };
  if (outcome.ok) {
    dropWaiting(userId, keyOf(waiting));
    return { state: "sent", waiting, held: outcome.value.held };
  }
  const { code } = outcome.problem;
  if (code === "signed-out") return { state: "signed-out" };
  if (code === "busy" || code === "too-many") return { state: "unreachable" };
  write(userId, [...without(userId, keyOf(waiting)), { ...waiting, refused: sentence(outcome.problem) }]);
  return { state: "refused" };
}

/** Whether a call of the server failed because it could not be reached, not because it failed. */
export const isUnreachable = (error: unknown): boolean => !navigator.onLine || error instanceof TypeError;
