import { showToast } from "#components/show-toast.ts";

let last = -1;

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")].filter((row) => row.offsetParent !== null);

/** The row one works on: with the focus, else the one the page marks, else the one last moved to. */
export function currentRow(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-row]");
  return focused ?? document.querySelector<HTMLElement>("[data-row][aria-current]") ?? null;
}

/** Moves the focus to the first link of the next row or the one before; after a row went, to what stands in its place. */
export function moveRow(step: 1 | -1): boolean {
  const all = rows();
  if (all.length === 0) return false;
  const row = document.activeElement?.closest<HTMLElement>("[data-row]");
  const from = row ? all.indexOf(row) : last < 0 ? -1 : last - (step === 1 ? 1 : 0);
  last = Math.max(0, Math.min(all.length - 1, from + step));
  firstLink(all[last]!)?.focus();
  return true;
}

/** Gives the focus on before a row goes, if it was in there or nowhere: to the row that will stand in its place. */
export function leaveRow(row: HTMLElement): void {
  const all = rows();
  const at = all.indexOf(row);
  if (at < 0) return;
  last = at;
  const focused = document.activeElement;
  if (!focused || focused === document.body || row.contains(focused)) {
    const next = all[at + 1] ?? all[at - 1];
    if (next) firstLink(next)?.focus();
  }
}

/** Presses a key's button: for all that are chosen, else in the current row, else in the pane that shows it. */
export function press(key: "e" | "s" | "u" | "x" | "enter"): boolean {
  const row = currentRow();
  const button =
    key === "enter"
      ? row && firstLink(row)
      : (document.querySelector<HTMLElement>(`.bulk [data-key="${key}"]`) ??
        row?.querySelector<HTMLElement>(`[data-key="${key}"]`) ??
        document.querySelector<HTMLElement>(`.pane [data-key="${key}"]`));
  if (button) button.click();
  else if (row && key in nothingTo) showToast({ text: nothingTo[key as keyof typeof nothingTo] });
  return Boolean(button);
}

/** What is said where a key has nothing to press in a row. */
const nothingTo = {
  e: "Nothing to tick off in this row. Enter opens it.",
  s: "Only a planned follow-up can be snoozed, and this row holds none.",
  u: "Nothing is suggested in this row.",
} as const;

const firstLink = (row: HTMLElement) => (row.matches("a, button") ? row : row.querySelector<HTMLElement>("a[href]"));

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"))
  );
}
