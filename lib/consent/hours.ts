import type { Hours } from "#lib/consent/law.ts";

/** Hours as they are typed and read: `9-18`, `10-13 and 14-20`, `9-21:30`, `none`. */
export function sayHours(hours: Hours): string {
  if (!hours || hours.length === 0) return "none";
  return hours.map(([from, to]) => `${sayHour(from)}–${sayHour(to)}`).join(" and ");
}

const sayHour = (hour: number) =>
  Number.isInteger(hour) ? String(hour) : `${Math.floor(hour)}:${String(Math.round((hour % 1) * 60)).padStart(2, "0")}`;

/** Reads them again, soonest first; undefined where they are no hours of one day, or overlap. */
export function readHours(typed: string): Hours | undefined {
  if (/^(none|no|closed)$/i.test(typed.trim())) return null;
  const spans: [number, number][] = [];
  for (const part of typed.split(/,|\band\b/i)) {
    const [, from, to] = /^\s*(\d{1,2}(?::\d{2})?)\s*[-–]\s*(\d{1,2}(?::\d{2})?)\s*$/.exec(part) ?? [];
    const [opens, closes] = [readHour(from), readHour(to)];
    if (opens === undefined || closes === undefined || opens >= closes || opens < (spans.at(-1)?.[1] ?? 0)) return undefined;
    spans.push([opens, closes]);
  }
  return spans;
}

function readHour(text: string | undefined): number | undefined {
  const [hours, minutes = 0] = text?.split(":").map(Number) ?? [];
  if (hours === undefined || minutes > 59) return undefined;
  const hour = hours + minutes / 60;
  return hour <= 24 ? hour : undefined;
}
