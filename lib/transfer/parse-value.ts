const placeholders = new Set([
  "",
  "select",
  "null",
  "nil",
  "n/a",
  "na",
  "#n/a",
  "none",
  "-",
  "--",
  "—",
  "(not set)",
  "not set",
  "unknown",
  "undefined",
  "nan",
  "(blank)",
  "?",
]);

/** The cell, or null where it only says that nothing was entered ("Select", "NULL", "N/A", "-"). */
export const readText = (cell: string | undefined): string | null =>
  cell === undefined || placeholders.has(cell.toLowerCase()) ? null : cell;

/** A key of the earlier system; there a zero stands for none. */
export const readKey = (cell: string | undefined): string | null => (cell === "0" || (cell?.length ?? 0) > 200 ? null : readText(cell));

const yes = new Set([
  "yes",
  "y",
  "true",
  "t",
  "1",
  "x",
  "✓",
  "ja",
  "oui",
  "si",
  "sí",
  "sim",
  "on",
  "checked",
  "unsubscribed",
  "opted out",
  "opt out",
  "optout",
  "no consent",
  "never subscribed",
  "cleaned",
  "archived",
]);
const no = new Set([
  "no",
  "n",
  "false",
  "f",
  "0",
  "nein",
  "non",
  "nee",
  "nao",
  "não",
  "off",
  "unchecked",
  "subscribed",
  "opted in",
  "opt in",
  "transactional",
  "in",
]);

/** Whether a cell says "stop". Words that are neither yes nor no are read as yes: a doubt never gets anyone contacted (C4). */
export function saysStop(cell: string | undefined): { stop: boolean; sure: boolean } {
  const text = readText(cell)?.toLowerCase();
  if (!text || no.has(text)) return { stop: false, sure: true };
  return { stop: true, sure: yes.has(text) || /^\d{4}-\d{2}-\d{2}/.test(text) };
}

export type DecimalMark = "." | ",";

/** Whether amounts in a column use the comma for decimals: "1.117,10". */
export function detectDecimalMark(cells: string[]): DecimalMark {
  const commas = cells.filter((cell) => /,\d{1,2}\D*$/.test(cell)).length;
  const points = cells.filter((cell) => /\.\d{1,2}\D*$/.test(cell)).length;
  return commas > points ? "," : ".";
}

const multiples: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, b: 1e9, bn: 1e9 };

/** "$1,117.10K" is 1,117,100; null where the cell is no amount. */
export function readAmount(cell: string, mark: DecimalMark = "."): number | null {
  const found = /^(\()?[^\d+(-]{0,6}([-+])?[^\d]{0,6}([\d.,'’\s\u00a0\u202f]*\d)\s*(k|mn|mio|m|bn|b)?\.?[^\d]{0,6}$/i.exec(cell.trim());
  if (!found) return null;
  const digits = found[3]!.replace(/['’\s\u00a0\u202f]/g, "").replaceAll(mark === "." ? "," : ".", "");
  const value = Number(digits.replace(mark, ".")) * (multiples[found[4]?.toLowerCase() ?? ""] ?? 1);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e12) return null;
  return Math.round((found[1] || found[2] === "-" ? -value : value) * 100) / 100;
}

const symbols: Record<string, string> = { "€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY", $: "USD" };
const dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"];

/** ISO 4217 from a code or a symbol; a bare "$" is the organisation's own dollar if it has one. */
export function readCurrency(cell: string, own: string): string | null {
  const code = /\b[A-Z]{3}\b/.exec(cell.toUpperCase())?.[0];
  if (code && !/^\d/.test(code)) return code;
  const symbol = Object.keys(symbols).find((sign) => cell.includes(sign));
  if (!symbol) return null;
  return symbol === "$" && dollars.includes(own) ? own : symbols[symbol]!;
}
