"use client";
import { useEffect, useRef, useState } from "react";

import { addBusinessDays, dateOf, type Day, localDay, sayCalendarDay, weekday } from "#lib/follow-up/local-time.ts";

type Props = { isOpen: boolean; zone: string; onOpen: () => void; onDay: (date: string) => void };

const mondayAfter = (day: Day): Day => day + 8 - weekday(day);

/** To tomorrow where that is a working day, to next week, or to a day one chooses; each at the hour it had. */
export function BulkSnooze({ isOpen, zone, onOpen, onDay }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  const today = localDay(zone, new Date());
  const [date, setDate] = useState(dateOf(addBusinessDays(today, 2)));
  const next = addBusinessDays(today, 1);
  const monday = mondayAfter(today);
  const ways = [...(next < monday ? [{ name: "Tomorrow", day: next }] : []), { name: "Next week", day: monday }];
  useEffect(() => {
    if (isOpen) first.current?.focus();
  }, [isOpen]);

  return (
    <div className="bulk-choice">
      <button type="button" className="btn" data-key="s" aria-expanded={isOpen} onClick={onOpen}>
        Snooze <kbd>S</kbd>
      </button>
      {isOpen && (
        <div className="bulk-menu">
          {ways.map(({ name, day }, i) => (
            <button key={name} type="button" className="btn" ref={i === 0 ? first : null} onClick={() => onDay(dateOf(day))}>
              {name} <span className="meta">{sayCalendarDay(day)}</span>
            </button>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (date) onDay(date);
            }}
          >
            <label className="bulk-date">
              On <input type="date" value={date} min={dateOf(today)} required onChange={({ target }) => setDate(target.value)} />
            </label>
            <button className="btn">Move</button>
          </form>
        </div>
      )}
    </div>
  );
}
