import type { LawRule } from "#lib/consent/law.ts";
import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { registryNames } from "#lib/consent/registry-names.ts";
import { type RegistryId } from "#lib/consent/registries.ts";
import { speaksFor } from "#lib/consent/standing.ts";
import { type Day, dayLength } from "#lib/follow-up/clock.ts";
import { dayOf, sayDayInFull } from "#lib/follow-up/local-time.ts";

/** What we hold of a registry: as of which day, and whether the number that would be rung up is on it. */
export type RegistryCheck = { list: RegistryId; asOf: string; listed: boolean };

/** What a registry says of them (C9): their number is listed, or it was checked and is not, or nobody has checked lately. */
export type RegistryFinding = { kind: "listed" | "clear" | "unchecked"; sentence: string };

/** `address`: the number that would be rung up; null: whichever they have. */
type Known = { registries: readonly RegistryCheck[]; ledger: readonly ConsentEntry[]; address: string | null };

/** Reads the lists a rule asks for, and our own look-ups kept in the ledger. A list older than the law lets count is as good as none; that a number is listed counts however old the list. */
export function findInRegistries(
  { lists, freshDays }: NonNullable<LawRule["registry"]>,
  { registries, ledger, address }: Known,
  now: Date,
  today: Day,
): RegistryFinding {
  const held = lists.map((list) => registries.find((each) => each.list === list) ?? null);
  const listed = held.find((each) => each?.listed);
  if (listed)
    return {
      kind: "listed",
      sentence: `Their number is on the list of those who do not want calls (${registryNames[listed.list]}, ${sayDayInFull(dayOf(listed.asOf))}).`,
    };
  const looks = ledger.filter(
    ({ status, effectiveFrom }) =>
      status === "looked_up" && effectiveFrom <= now && now.getTime() < effectiveFrom.getTime() + freshDays * dayLength,
  );
  if (looks.some((look) => address === null || speaksFor(look, address)))
    return { kind: "clear", sentence: "Their number was looked up and is on no list of those who do not want calls." };
  const stale = held.findIndex((each) => !each || today - dayOf(each.asOf) > freshDays);
  if (stale < 0) return { kind: "clear", sentence: "Their number is on no list of those who do not want calls." };
  const name = registryNames[lists[stale]!];
  const why = held[stale]
    ? `our copy of ${sayDayInFull(dayOf(held[stale].asOf))} is older than ${freshDays} days`
    : "we hold no copy of it in which their number could be looked up";
  return {
    kind: "unchecked",
    sentence: `Calls there need a look at the ${name}; ${why}, so their number counts as not checked.${looks.length > 0 ? " Another number of theirs was looked up, not this one." : ""}`,
  };
}
