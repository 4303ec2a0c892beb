import { startTransition } from "react";

import type { FormAction } from "#components/action-form.tsx";
import { showToast } from "#components/show-toast.ts";
import { sentence } from "#lib/outcome.ts";

/** The act of a toast that takes back what was just done, and says whether it could. */
export const takeBack = (undo: FormAction, fields: Record<string, unknown>, refresh: () => void) => ({
  name: "Undo",
  run: () =>
    startTransition(async () => {
      const undone = await undo(null, formOf(fields));
      showToast(undone.ok ? { text: "Taken back." } : { text: sentence(undone.problem), tone: "more" });
      refresh();
    }),
});

function formOf(fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}
