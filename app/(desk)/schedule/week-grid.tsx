"use client";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";

import { PlanCard } from "./plan-card.tsx";
import { hoursOf, movedTo, readSlot, slotOf, step, usual, writeSlot } from "./slots.ts";
import { type Moving, sayBoth, useMove, type WeekRow } from "./use-move.ts";
import { Finding } from "#components/balance/finding.tsx";
import { swallowClick } from "#components/swallow-click.ts";
import { type Day, sayCalendarDay } from "#lib/follow-up/local-time.ts";
import { sayClock } from "#lib/follow-up/say-when.ts";

type Props = { rows: WeekRow[]; days: Day[]; chosen: Day; today: Day; zone: string };

/** Pixels a pointer goes before it drags and does not press. */
const slack = 6;

/** Days beside each other, hours below each other. A plan is dragged, or moved by arrows; where it is held the judges say what they think of that time. */
export function WeekGrid({ rows, days, chosen, today, zone }: Props) {
  const { placed, moving, pending, aim, drop, leave } = useMove(rows, zone);
  const ghost = useRef<HTMLDivElement>(null);
  /** What was moved by keys keeps the focus. */
  const keyed = useRef<string | null>(null);
  const hours = hoursOf(
    zone,
    placed.map(({ at }) => at),
  );
  const aimed = moving && writeSlot(slotOf(zone, moving.at));

  useEffect(() => {
    if (!keyed.current) return;
    document.querySelector<HTMLElement>(`[data-plan="${keyed.current}"] a`)?.focus();
    if (!pending) keyed.current = null;
  });

  function onPointerDown({ target, button, pointerType, clientX, clientY }: PointerEvent, row: WeekRow) {
    // a finger scrolls, unless it takes the grip
    if (button !== 0 || (pointerType === "touch" && !(target as Element).closest(".grip"))) return;
    const ended = new AbortController();
    const { signal } = ended;
    let at: Date | null = null;
    let dragging = false;
    const onMove = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
      dragging ||= Math.hypot(x - clientX, y - clientY) >= slack;
      if (!dragging) return;
      if (ghost.current) ghost.current.style.translate = `${x + 12}px ${y + 12}px`;
      const slot = slotUnder(x, y);
      const next = slot && movedTo(zone, row.at, slot);
      if (next && +next !== +(at ?? 0)) aim(row, (at = next), true);
    };
    const onUp = () => {
      ended.abort();
      if (dragging) swallowClick();
      if (at) drop(row, at);
    };
    const onEnd = () => {
      ended.abort();
      leave();
    };
    window.addEventListener("pointermove", onMove, { signal });
    window.addEventListener("pointerup", onUp, { signal });
    window.addEventListener("pointercancel", onEnd, { signal });
    window.addEventListener("keydown", ({ key }) => key === "Escape" && onEnd(), { signal });
  }

  function onKeyDown(event: KeyboardEvent, row: WeekRow) {
    const { key, altKey, metaKey, ctrlKey } = event;
    const aimedAt = moving?.row.id === row.id ? moving.at : null;
    const next = altKey || metaKey || ctrlKey ? null : step(slotOf(zone, aimedAt ?? row.at), key, days, hours);
    if (next) aim(row, movedTo(zone, row.at, next), false);
    else if (aimedAt && key === "Enter") {
      keyed.current = row.id;
      drop(row, aimedAt);
    } else if (aimedAt && key === "Escape") leave();
    else return;
    event.preventDefault();
  }

  return (
    <div className="week-frame" aria-busy={pending}>
      <p id="week-how" className="sr">
        Arrow keys move it by an hour or a day, Enter puts it there, Escape leaves it where it was.
      </p>
      <p className="sr" role="status" aria-live="polite">
        {moving ? sayAimed(moving, zone) : ""}
      </p>
      <table className="week">
        <caption className="sr">Follow-ups by day and hour, by your clock</caption>
        <thead>
          <tr>
            <td />
            {days.map((day) => (
              <th key={day} scope="col" data-off={day === chosen ? undefined : ""} aria-current={day === today ? "date" : undefined}>
                {sayCalendarDay(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour} className={isQuiet(hour, placed, zone) ? "quiet" : undefined}>
              <th scope="row">{String(hour).padStart(2, "0")}:00</th>
              {days.map((day) => {
                const slot = writeSlot({ day, hour });
                const here = placed.filter(({ at }) => writeSlot(slotOf(zone, at)) === slot);
                const isAimed = slot === aimed;
                return (
                  <td
                    key={day}
                    data-slot={slot}
                    data-off={day === chosen ? undefined : ""}
                    className={isAimed ? `aimed t-${moving?.said?.tone ?? "none"}` : undefined}
                  >
                    {here.map((row) => (
                      <PlanCard
                        key={row.id}
                        row={row}
                        zone={zone}
                        isMoving={moving?.row.id === row.id}
                        onPointerDown={(event) => onPointerDown(event, row)}
                        onKeyDown={(event) => onKeyDown(event, row)}
                        onBlur={() => moving?.row.id === row.id && !moving.dragged && leave()}
                      />
                    ))}
                    {isAimed && moving && !moving.dragged ? <Aimed moving={moving} zone={zone} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div ref={ghost} className="week-ghost" hidden={!moving?.dragged} aria-hidden="true">
        {moving ? <Aimed moving={moving} zone={zone} withName /> : null}
      </div>
    </div>
  );
}

/** The time one aims at, theirs beside it, and what the judges say. */
function Aimed({ moving: { row, at, said }, zone, withName = false }: { moving: Moving; zone: string; withName?: boolean }) {
  const theirs = row.timeZone ?? zone;
  return (
    <span className="aimed-at">
      {withName ? <b className="cut">{row.name}</b> : null}
      <span className="num">
        {sayClock(zone, at)}
        {theirs === zone ? "" : `, ${sayClock(theirs, at)} theirs`}
      </span>
      {said ? (
        <Finding tone={said.tone} icon={said.icon}>
          {said.words}
        </Finding>
      ) : (
        <span className="meta">Judging …</span>
      )}
    </span>
  );
}

const sayAimed = ({ row, at, said }: Moving, zone: string) =>
  `${row.name}: ${sayBoth(at, zone, row.timeZone ?? zone)}. ${said?.words ?? ""}`;

/** Outside the usual hours, and nothing there. */
const isQuiet = (hour: number, rows: WeekRow[], zone: string) =>
  (hour < usual.from || hour > usual.to) && !rows.some(({ at }) => slotOf(zone, at).hour === hour);

function slotUnder(x: number, y: number) {
  const cell = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>("[data-slot]"))
    .find(Boolean);
  return readSlot(cell?.dataset.slot);
}
