import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { standing, stoppedAltogether } from "#lib/consent/standing.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";

type Entries = readonly ConsentEntry[];

/**
 * What is stopped on one of two records of a person, now or once a yes runs out, and would not be by the entries of both: a yes on the one must not lift
 * the no on the other (C4). Everything, or the channels.
 */
export function lostStops(one: Entries, other: Entries, now: Date): (Channel | "any")[] {
  const both = [...one, ...other];
  const ends = both.flatMap(({ effectiveTo }) => (effectiveTo && effectiveTo > now ? [effectiveTo] : []));
  const isLost = (stopped: (entries: Entries, at: Date) => boolean) =>
    [now, ...ends].some((at) => (stopped(one, at) || stopped(other, at)) && !stopped(both, at));

  if (isLost((entries, at) => stoppedAltogether(entries, at) !== null)) return ["any"];
  return Channel.options.filter((channel) => isLost((entries, at) => standing(entries, channel, at).kind === "stopped"));
}
