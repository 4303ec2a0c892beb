import { dragCard, nameOf } from "./drag-card.ts";
import type { MoveAsked } from "#components/move-dialog.tsx";

type Say = (words: string) => void;

/** Moves cards by pointer and by keys; either ends in the dialog that asks what both agreed (G1), and nothing moves before. */
export function moveCards(board: HTMLElement, say: Say, signal: AbortSignal): void {
  board.addEventListener("pointerdown", (event) => drag(board, event, say), { signal });
  // a picked-up card goes with the finger, and the board does not; the browser asks only who listened before the finger came down
  const keep = (event: TouchEvent) => board.classList.contains("dragging") && event.cancelable && event.preventDefault();
  board.addEventListener("touchmove", keep, { passive: false, signal });
  board.addEventListener("keydown", (event) => onKey(board, event, say), { signal });
  board.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
}

const columnsOf = (board: HTMLElement) => [...board.querySelectorAll<HTMLElement>("[data-column]")];
const titleOf = (card: HTMLElement) => card.querySelector("h3")?.textContent ?? "";
const cardAt = (target: EventTarget | null) => (target as Element | null)?.closest<HTMLElement>("[data-card]") ?? null;
const linkOf = (card: Element | null | undefined) => card?.querySelector<HTMLElement>("h3 a");

function ask(card: HTMLElement, column: HTMLElement, say: Say): void {
  say(`${titleOf(card)} to ${nameOf(column)}. Say what you both agreed.`);
  window.dispatchEvent(new CustomEvent<MoveAsked>("move-deal", { detail: { card, to: column.dataset.column! } }));
}

function drag(board: HTMLElement, down: PointerEvent, say: Say): void {
  const card = cardAt(down.target);
  if (!card || down.button !== 0 || !down.isPrimary || (down.target as Element).closest("button, .remedy")) return;
  dragCard(board, card, down, { say, onDrop: ({ column }) => ask(card, column, say) });
}

/** `[` and `]` move the card a stage back or on; arrows go from card to card. */
function onKey(board: HTMLElement, event: KeyboardEvent, say: Say): void {
  const card = cardAt(event.target);
  if (!card) return;
  const columns = columnsOf(board);
  const at = columns.findIndex((column) => column.contains(card));
  const step = { "[": -1, "]": 1 }[event.key];
  if (step) {
    const column = columns[at + step];
    if (column) ask(card, column, say);
    else say(step < 0 ? "This is the first stage." : "There is no stage after this.");
  } else if (event.ctrlKey || event.metaKey || event.altKey || !goTo(columns, at, card, event.key)) return;
  event.preventDefault();
}

function goTo(columns: HTMLElement[], at: number, card: HTMLElement, key: string): boolean {
  const cards = (column: HTMLElement | undefined) => [...(column?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
  const row = cards(columns[at]).indexOf(card);
  const aside = (step: 1 | -1) => {
    for (let i = at + step; columns[i]; i += step) if (cards(columns[i]).length > 0) return cards(columns[i]);
    return [];
  };
  const near = (all: HTMLElement[]) => all[Math.min(row, all.length - 1)];
  const targets: Record<string, () => HTMLElement | undefined> = {
    ArrowDown: () => cards(columns[at])[row + 1],
    ArrowUp: () => cards(columns[at])[row - 1],
    ArrowRight: () => near(aside(1)),
    ArrowLeft: () => near(aside(-1)),
  };
  const target = targets[key];
  linkOf(target?.())?.focus();
  return target !== undefined;
}
