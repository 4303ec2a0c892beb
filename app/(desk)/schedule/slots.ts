import { type Day, instantAt, localDay, localMinutes } from "#lib/follow-up/local-time.ts";

/** Where a follow-up stands in the week: a day and an hour by the viewer's clock. */
export type Slot = { day: Day; hour: number };

/** The hours a week shows when nothing lies outside them. */
export const usual = { from: 8, to: 18 };

export const slotOf = (zone: string, at: Date): Slot => ({ day: localDay(zone, at), hour: Math.floor(localMinutes(zone, at) / 60) });

/** The hours from the first to the last that are to be seen. */
export function hoursOf(zone: string, times: Date[]): number[] {
  const planned = times.map((at) => slotOf(zone, at).hour);
  const from = Math.min(usual.from, ...planned);
  const to = Math.max(usual.to, ...planned);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The same minutes past the hour, in another slot. */
export const movedTo = (zone: string, at: Date, { day, hour }: Slot): Date =>
  instantAt(zone, day, hour * 60 + (localMinutes(zone, at) % 60));

/** A slot as the page writes it, and back; null for anything else. */
export const writeSlot = ({ day, hour }: Slot) => `${day}:${hour}`;

export function readSlot(text: string | undefined): Slot | null {
  const [, day, hour] = /^(-?\d+):(\d+)$/.exec(text ?? "") ?? [];
  return day && hour ? { day: Number(day), hour: Number(hour) } : null;
}

/** A step by an arrow, within the days and hours there are. */
export function step({ day, hour }: Slot, key: string, days: Day[], hours: number[]): Slot | null {
  const [aside, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
  if (!aside && !down) return null;
  const next = { day: day + aside!, hour: hour + down! };
  return days.includes(next.day) && hours.includes(next.hour) ? next : { day, hour };
}
