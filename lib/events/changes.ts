import { z } from "zod";

type Value = string | number | boolean | Date | readonly string[] | null | undefined;

/** What an edit changed, by field: as it read before and after. Empty reads as null. */
export const Changes = z.record(z.string(), z.tuple([z.string().nullable(), z.string().nullable()]));
export type Changes = z.infer<typeof Changes>;

/** The fields that read differently afterwards; only those that stand in both are compared. */
export function changesOf(before: Record<string, Value>, after: Record<string, Value>): Changes {
  const changes: Changes = {};
  for (const field of Object.keys(after)) {
    if (!(field in before)) continue;
    const [was, is] = [asWritten(before[field]), asWritten(after[field])];
    if (was !== is) changes[field] = [was, is];
  }
  return changes;
}

/** As a form would show it: a day as YYYY-MM-DD, a list by commas. */
export function asWritten(value: Value): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "object") return value.filter(Boolean).join(", ") || null;
  return String(value);
}

/** "Title: CFO → COO", a line a field; `names` says what each is called. */
export const sayChanges = (changes: Changes, names: Record<string, string>): string[] =>
  Object.entries(changes).map(([field, [was, is]]) => `${names[field] ?? field}: ${inShort(was)} → ${inShort(is)}`);

const inShort = (value: string | null) => (value === null ? "empty" : value.length > 120 ? `${value.slice(0, 119)}…` : value);
