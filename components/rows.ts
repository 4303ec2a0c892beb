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

/** Presses a key's button: in the current row, else in the pane that shows it. */
export function press(key: "e" | "s" | "u" | "enter"): boolean {
  const row = currentRow();
  const button =
    key === "enter"
      ? row && firstLink(row)
      : (row?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? document.querySelector<HTMLElement>(`.pane [data-key="${key}"]`));
  button?.click();
  return Boolean(button);
}

const firstLink = (row: HTMLElement) => (row.matches("a, button") ? row : row.querySelector<HTMLElement>("a[href]"));

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"))
  );
}
