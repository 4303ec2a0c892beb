import { swallowClick } from "#components/swallow-click.ts";

/** Pixels a mouse goes before it drags and does not press, and a finger may tremble while it rests. */
const slack = { mouse: 6, touch: 10 };
/** Milliseconds a finger rests on a card before it picks it up; one that goes on sooner scrolls. */
const longPress = 300;
/** Pixels from an edge at which what lies there scrolls along, and how far at most in one frame. */
const edge = { wide: 56, step: 12 };

export type Drop = { card: HTMLElement; column: HTMLElement };
type Told = { say: (words: string) => void; onDrop: (drop: Drop) => void };

export const nameOf = (column: HTMLElement) => column.dataset.name ?? "";

/** Follows one pointer from where it went down on a card: a mouse drags once it moves, a finger or a pen once it rested. Nothing moves here; a drop is told. */
export function dragCard(board: HTMLElement, card: HTMLElement, down: PointerEvent, told: Told): void {
  const isMouse = down.pointerType === "mouse";
  const ended = new AbortController();
  const { signal } = ended;
  let held: Held | null = null;
  const pickUp = () => (held = hold(board, card, down, told.say));
  const timer = isMouse ? undefined : setTimeout(pickUp, longPress);
  const end = () => {
    clearTimeout(timer);
    ended.abort();
    held?.letGo();
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    if (!held && isMouse && far >= slack.mouse) pickUp();
    else if (!held && !isMouse && far >= slack.touch) return end();
    held?.follow(event);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const column = held?.target() ?? null;
    if (held) swallowClick();
    if (held && !isMouse) window.addEventListener("touchend", (end) => end.preventDefault(), { once: true, capture: true, passive: false });
    end();
    if (column) told.onDrop({ card, column });
  };
  // a second finger is another gesture
  const onDown = (event: PointerEvent) => event.pointerId !== down.pointerId && end();
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", onUp, { signal });
  window.addEventListener("pointercancel", end, { signal });
  window.addEventListener("pointerdown", onDown, { signal });
  window.addEventListener("blur", end, { signal });
  window.addEventListener("contextmenu", (event) => isMouse || event.preventDefault(), { signal });
  window.addEventListener("keydown", (event) => event.key === "Escape" && end(), { signal });
}

type At = { clientX: number; clientY: number };
type Held = { follow: (at: At) => void; target: () => HTMLElement | null; letGo: () => void };

/** A card in the hand: its ghost follows, the column under it is shown, and near an edge the board goes on by itself until the hand moves away. */
function hold(board: HTMLElement, card: HTMLElement, down: PointerEvent, say: Told["say"]): Held {
  const from = card.closest<HTMLElement>("[data-column]");
  let at: At = down;
  let over: HTMLElement | null = null;
  board.classList.add("dragging");
  card.classList.add("dragged");
  getSelection()?.removeAllRanges();
  const ghost = ghostOf(card);
  say(`${card.querySelector("h3")?.textContent ?? ""} picked up`);

  const look = () => {
    const column = columnUnder(board, at);
    if (column === over) return;
    over?.classList.remove("over");
    over = column;
    over?.classList.toggle("over", over !== from);
    if (over) say(over === from ? `${nameOf(over)}, where it stands` : `Over ${nameOf(over)}`);
  };
  const follow = (to: At) => {
    at = to;
    ghost.style.translate = `${at.clientX - down.clientX}px ${at.clientY - down.clientY}px`;
    look();
  };
  const goOn = () => {
    if (scrollAlong(board, at)) look();
    frame = requestAnimationFrame(goOn);
  };
  let frame = requestAnimationFrame(goOn);
  return {
    follow,
    target: () => (over === from ? null : over),
    letGo: () => {
      cancelAnimationFrame(frame);
      over?.classList.remove("over");
      board.classList.remove("dragging");
      card.classList.remove("dragged");
      ghost.remove();
    },
  };
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

const columnUnder = (board: HTMLElement, { clientX, clientY }: At) =>
  document
    .elementsFromPoint(clientX, clientY)
    .map((element) => element.closest<HTMLElement>("[data-column]"))
    .find((column) => column && board.contains(column)) ?? null;

/** How far to go on in one frame: the nearer to an edge, the faster. */
const pull = (at: number, from: number, to: number) => {
  const near = (distance: number) => Math.ceil(edge.step * Math.min(1, Math.max(0, (edge.wide - distance) / edge.wide)));
  return near(to - at) - near(at - from);
};

/** Whether the board or the page went on. */
function scrollAlong(board: HTMLElement, { clientX, clientY }: At): boolean {
  const scroller = board.querySelector<HTMLElement>(".board")!;
  const page = document.scrollingElement!;
  const { left, right } = scroller.getBoundingClientRect();
  const [x, y] = [scroller.scrollLeft, page.scrollTop];
  scroller.scrollLeft += pull(clientX, Math.max(0, left), Math.min(right, innerWidth));
  page.scrollTop += pull(clientY, 0, innerHeight);
  return scroller.scrollLeft !== x || page.scrollTop !== y;
}
