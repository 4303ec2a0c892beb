import type { Done } from "#components/row-done.ts";
import { showToast } from "#components/show-toast.ts";
import { type Outcome, sentence } from "#lib/outcome.ts";

export type TakeBackAction = (previous: null, input: { touchpointId: string }) => Promise<Outcome<{ stands: string[] }>>;

/** Takes a touch back that was logged a moment ago, says what stands all the same, and lets the rows it took from a list come back. */
export async function undoTouch(takeBack: TakeBackAction, touchpointId: string, done: Done, refresh: () => void): Promise<void> {
  const outcome = await takeBack(null, { touchpointId }).catch(() => null);
  if (outcome === null)
    return showToast({ text: "The server could not be reached. The touch still stands; correct it on the record.", tone: "more" });
  if (!outcome.ok) return showToast({ text: sentence(outcome.problem), tone: "more" });
  const { stands } = outcome.value;
  window.dispatchEvent(new CustomEvent("touch-taken-back", { detail: done }));
  showToast({ text: ["Taken back; it does not count.", ...stands].join(" "), ...(stands.length > 0 && { tone: "more" }) });
  refresh();
}
