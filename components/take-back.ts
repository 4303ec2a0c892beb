import type { FormAction } from "#components/action-form.tsx";
import { showToast } from "#components/show-toast.ts";
import { sentence } from "#lib/outcome.ts";

/** Undoes what was just done, with the fields its answer gave, and says how it went. */
export async function takeBack(undo: FormAction, fields: Record<string, string>): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const undone = await undo(null, form);
  showToast(undone.ok ? { text: "Taken back." } : { text: sentence(undone.problem), tone: "more" });
}
