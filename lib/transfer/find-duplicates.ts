import { foldForSearch } from "#lib/prospects/search-text.ts";
import type { ProspectRow } from "#lib/transfer/read-prospect.ts";

type Leader = { line: number; hasEmail: boolean };

/**
 * Finds rows of one file that mean the same person as an earlier row: by key in the earlier system, e-mail address, phone number with the same
 * name, else name and company. A namesake with another e-mail address is somebody else.
 */
export class DuplicateFinder {
  private readonly leaders = new Map<string, Leader>();

  /** The earlier row's line, or null where the row is the first of its person. */
  add(row: ProspectRow): number | null {
    if (row.rejected) return null;
    const hasEmail = row.points.some(({ kind }) => kind === "email");
    const { sure, likely } = keysOf(row);
    const compatible = (leader: Leader | undefined) => (leader && !(leader.hasEmail && hasEmail) ? leader : undefined);
    const found = [...sure.map((key) => this.leaders.get(key)), ...likely.map((key) => compatible(this.leaders.get(key)))].find(Boolean);
    const leader = found ?? { line: row.line, hasEmail };
    for (const key of [...sure, ...likely]) if (!this.leaders.has(key)) this.leaders.set(key, leader);
    return found?.line ?? null;
  }
}

function keysOf(row: ProspectRow): { sure: string[]; likely: string[] } {
  const name = foldForSearch(row.name);
  const company = foldForSearch(row.company) || row.domain;
  const sure = row.points.filter(({ kind }) => kind === "email").map(({ normalised }) => `email ${normalised}`);
  if (row.externalKey) sure.unshift(`key ${row.externalKey}`);
  const likely = row.points.filter(({ kind }) => kind === "phone").map(({ normalised }) => `phone ${normalised} ${name}`);
  if (!row.isStandIn && company && name.includes(" ")) likely.push(`name ${name} ${company}`);
  return { sure, likely };
}
