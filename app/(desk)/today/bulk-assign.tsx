"use client";
import { useEffect, useRef, useState } from "react";

type Colleague = { userId: string; name: string };
type Props = { isOpen: boolean; onOpen: () => void; onColleague: (userId: string) => void };

/** To a colleague, with all that is planned and promised (D9). */
export function BulkAssign({ isOpen, onOpen, onColleague }: Props) {
  const [colleagues, setColleagues] = useState<Colleague[] | null>(null);
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (!isOpen || colleagues) return;
    fetch("/api/colleagues")
      .then((response) => (response.ok ? (response.json() as Promise<{ colleagues: Colleague[] }>) : { colleagues: [] }))
      .then(({ colleagues }) => setColleagues(colleagues))
      .catch(() => setColleagues([]));
  }, [isOpen, colleagues]);
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  return (
    <div className="bulk-choice">
      <button type="button" className="btn" aria-expanded={isOpen} onClick={onOpen}>
        Hand over
      </button>
      {isOpen && (
        <form
          className="bulk-menu"
          onSubmit={(event) => {
            event.preventDefault();
            if (field.current?.value) onColleague(field.current.value);
          }}
        >
          <label className="bulk-date">
            To{" "}
            <select ref={field} defaultValue="">
              <option value="">{colleagues === null ? "One moment" : colleagues.length === 0 ? "Nobody to be found" : "Choose"}</option>
              {colleagues?.map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button className="btn">Hand over</button>
        </form>
      )}
    </div>
  );
}
