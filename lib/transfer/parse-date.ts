/** How a column writes its days: 31/12 or 12/31. `ambiguous` where no cell tells; `none` where it has no such dates. */
export type DateOrder = "dmy" | "mdy" | "ambiguous" | "none";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/;

/** Reads the order from the cells where one number is above twelve; points mean day first (31.12.2026), as nobody writes months so. */
export function detectDateOrder(cells: string[]): DateOrder {
  let order: DateOrder = "none";
  for (const cell of cells) {
    const found = slashed.exec(cell.trim());
    if (!found) continue;
    if (Number(found[1]) > 12 || cell.includes(".")) return "dmy";
    if (Number(found[2]) > 12) return "mdy";
    order = "ambiguous";
  }
  return order;
}

/** A calendar day as YYYY-MM-DD, or null where the cell is no date or its order is not known. Times of day are left out. */
export function readDate(cell: string, order: DateOrder): string | null {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const parts = slashed.exec(text);
  if (parts && (order === "dmy" || order === "mdy")) {
    const [first, second] = [parts[1]!, parts[2]!];
    return order === "dmy" ? day(parts[3]!, second, first) : day(parts[3]!, first, second);
  }
  const named = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?!\d)/i.exec(text);
  if (named) return day(named[3]!, monthOf(named[2]!), named[1]!);
  const american = /^(?:[a-z]{3,9},\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i.exec(text);
  return american ? day(american[3]!, monthOf(american[1]!), american[2]!) : null;
}

const monthOf = (name: string) => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);

function day(year: string, month: string, date: string): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && full >= "1900" && full < "2200" ? text : null;
}
