import { dateOf, localDay, weekday } from "#lib/follow-up/local-time.ts";
import type { Spoken } from "#lib/follow-up/spoken.ts";

const locales: Record<Spoken, string> = { en: "en-GB", de: "de-DE", fr: "fr-FR", es: "es-ES" };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats cost more to make than a page; they are few, and kept. */
function formatOf(shown: Spoken, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${shown} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    if (formats.size > 2_000) formats.clear();
    formats.set(key, (format = new Intl.DateTimeFormat(locales[shown], options)));
  }
  return format;
}

const lists = new Map<Spoken, Intl.ListFormat>();

/** Dates, times and lists in a language, instants by the person's own clock. */
export type Say = {
  /** A calendar day (YYYY-MM-DD): "4 January 2027". */
  day(date: string): string;
  dayOf(at: Date): string;
  clock(at: Date): string;
  /** The Monday of the week of an instant: rough enough for a plan. */
  weekOf(at: Date): string;
  /** ISO weekday 1–7: "Monday". */
  weekday(number: number): string;
  list(parts: readonly string[]): string;
};

export function sayIn(shown: Spoken, zone: string): Say {
  const day = (date: string) => formatOf(shown, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
  return {
    day,
    dayOf: (at) => day(dateOf(localDay(zone, at))),
    clock: (at) => formatOf(shown, { timeStyle: "short", timeZone: zone }).format(at),
    weekOf: (at) => {
      const local = localDay(zone, at);
      return day(dateOf(local - weekday(local) + 1));
    },
    // 1 January 2024 was a Monday
    weekday: (number) => formatOf(shown, { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, number))),
    list: (parts) => {
      if (!lists.has(shown)) lists.set(shown, new Intl.ListFormat(locales[shown]));
      return lists.get(shown)!.format(parts);
    },
  };
}
