/** Minutes to wait after each failed try; after the last one an admin decides. Together about a day and a half. */
const delays = [1, 5, 30, 120, 480, 1_440];
export const mostTries = delays.length + 1;

/** While somebody sends a message nobody else takes it up, in milliseconds; whoever takes longer is taken for dead. */
export const lease = 10 * 60_000;

/** For how long a message that was not delivered keeps its words, and with them its secret links, in milliseconds. */
export const keepsWords = 7 * 24 * 60 * 60_000;

/** What a mail server or the way to it said: its SMTP code where it answered, and the name of what happened. */
export type Failure = { responseCode?: number; code?: string };

/**
 * Whether trying again is of no use: a server answered 5xx, or the address cannot be one. A refused sign-in or a broken connection is ours to
 * mend and says nothing of the message.
 */
export function isFinal({ responseCode, code }: Failure): boolean {
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") return false;
  return responseCode === undefined ? code === "EENVELOPE" : responseCode >= 500;
}

/** When to try again after the `attempts`-th failure, or null to give up. */
export function nextTry(failure: Failure, attempts: number, now: Date): Date | null {
  const delay = isFinal(failure) ? undefined : delays[attempts - 1];
  return delay === undefined ? null : new Date(now.getTime() + delay * 60_000);
}
