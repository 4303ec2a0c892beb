import type { MoveAsked } from "#components/move-dialog.tsx";
import { swallowClick } from "#components/swallow-click.ts";

/** Pixels a pointer goes before it drags and does not press. */
const slack = 6;
/** Pixels from the edge at which the board scrolls along. */
const edge = 48;

type Say = (words: string) => void;

/** Moves cards by pointer and by keys; either ends in the dialog that asks what both agreed (G1), and nothing moves before. */
export function moveCards(board: HTMLElement, say: Say, signal: AbortSignal): void {
  board.addEventListener("pointerdown", (event) => drag(board, event, say), { signal });
  board.addEventListener("keydown", (event) => onKey(board, event, say), { signal });
  board.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
}

const columnsOf = (board: HTMLElement) => [...board.querySelectorAll<HTMLElement>("[data-column]")];
const nameOf = (column: HTMLElement) => column.dataset.name ?? "";
const titleOf = (card: HTMLElement) => card.querySelector("h3")?.textContent ?? "";
const cardAt = (target: EventTarget | null) => (target as Element | null)?.closest<HTMLElement>("[data-card]") ?? null;
const linkOf = (card: Element | null | undefined) => card?.querySelector<HTMLElement>("h3 a");

function ask(card: HTMLElement, column: HTMLElement, say: Say): void {
  say(`${titleOf(card)} to ${nameOf(column)}. Say what you both agreed.`);
  window.dispatchEvent(new CustomEvent<MoveAsked>("move-deal", { detail: { card, to: column.dataset.column! } }));
}

function drag(board: HTMLElement, down: PointerEvent, say: Say): void {
  const card = cardAt(down.target);
  // a finger scrolls; it has the button
  if (!card || down.button !== 0 || down.pointerType === "touch" || (down.target as Element).closest("button, .remedy")) return;
  const from = card.closest<HTMLElement>("[data-column]");
  const ended = new AbortController();
  let over: HTMLElement | null = null;
  let ghost: HTMLElement | null = null;

  const onMove = (event: PointerEvent) => {
    const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
    if (!ghost && Math.hypot(x, y) < slack) return;
    ghost ??= begin();
    ghost.style.translate = `${x}px ${y}px`;
    scrollAlong(board, event.clientX);
    const column = columnUnder(board, event);
    if (column !== over) enter(column);
  };
  const begin = () => {
    board.classList.add("dragging");
    card.classList.add("dragged");
    getSelection()?.removeAllRanges();
    return ghostOf(card);
  };
  const enter = (column: HTMLElement | null) => {
    over?.classList.remove("over");
    over = column;
    over?.classList.toggle("over", over !== from);
    if (over) say(over === from ? `${nameOf(over)}, where it stands` : `Over ${nameOf(over)}`);
  };
  const end = () => {
    ended.abort();
    over?.classList.remove("over");
    board.classList.remove("dragging");
    card.classList.remove("dragged");
    ghost?.remove();
  };
  const onUp = () => {
    const target = ghost && over !== from ? over : null;
    if (ghost) swallowClick();
    end();
    if (target) ask(card, target, say);
  };
  const { signal } = ended;
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", onUp, { signal });
  window.addEventListener("pointercancel", end, { signal });
  window.addEventListener("keydown", (event) => event.key === "Escape" && end(), { signal });
}

/** What follows the pointer; the card itself stays where it stands. */
function ghostOf(card: HTMLElement): HTMLElement {
  const { left, top, width } = card.getBoundingClientRect();
  const ghost = card.cloneNode(true) as HTMLElement;
  ghost.removeAttribute("data-row");
  ghost.removeAttribute("data-card");
  ghost.classList.replace("dragged", "ghost");
  ghost.ariaHidden = "true";
  ghost.inert = true;
  Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
  document.body.append(ghost);
  return ghost;
}

const columnUnder = (board: HTMLElement, { clientX, clientY }: PointerEvent) =>
  document
    .elementsFromPoint(clientX, clientY)
    .map((element) => element.closest<HTMLElement>("[data-column]"))
    .find((column) => column && board.contains(column)) ?? null;

function scrollAlong(board: HTMLElement, x: number): void {
  const scroller = board.querySelector<HTMLElement>(".board")!;
  const { left, right } = scroller.getBoundingClientRect();
  if (x > right - edge) scroller.scrollLeft += 12;
  else if (x < left + edge) scroller.scrollLeft -= 12;
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
