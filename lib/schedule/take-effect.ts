import "server-only";
import { holdAll, rejudge } from "#lib/schedule/rejudge.ts";
import type { Occasion, Writer } from "#lib/schedule/store.ts";

/** What becomes of all that is planned with a prospect once something changed; how much of it was taken off. */
export type OnPlanned = (writer: Writer, prospectId: string, occasion: Occasion) => Promise<{ held: number }>;

/**
 * Writes a wish and has what is planned judged again in its transaction. What only asks for less does not wait for a judge: where none can be asked it
 * is written anew, in a transaction of its own, and all that is planned is held unjudged (C3, C4). Whatever else fails is thrown.
 */
export async function takingEffect<T>(asksForLess: boolean, write: (onPlanned: OnPlanned) => Promise<T>): Promise<T> {
  try {
    return await write(rejudge);
  } catch (error) {
    if (!asksForLess) throw error;
    console.error("what is planned could not be judged again and is held instead:", error);
    return write(holdAll);
  }
}
