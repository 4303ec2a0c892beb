import type { ConsentEntry, Terms } from "#lib/consent/ledger.ts";
import { lostStops } from "#lib/consent/lost-stops.ts";
import { sayChannels } from "#lib/consent/permissions.ts";
import { standing } from "#lib/consent/standing.ts";
import { strictest } from "#lib/consent/strictest.ts";
import { describeTerms, nothingSaid } from "#lib/consent/terms.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";

export type HalfOfConsent = { rows: readonly ConsentEntry[]; terms: Terms | null; suppressed: readonly Channel[]; zone: string };

/** What will hold of consent once two records are one, in plain sentences, before anybody presses (C2–C4). Nothing where neither says anything. */
export function foretellJoin(kept: HalfOfConsent, other: HalfOfConsent, now: Date): string[] {
  const lost = lostStops(kept.rows, other.rows, now);
  const both = [...kept.rows, ...other.rows];
  const isStopped = (channel: Channel) =>
    lost.includes("any") ||
    lost.includes(channel) ||
    [kept, other].some(({ suppressed }) => suppressed.includes(channel)) ||
    standing(both, channel, now).kind === "stopped";
  const stopped = Channel.options.filter(isStopped);
  const said = ({ terms, zone }: HalfOfConsent) => ({ terms: terms ?? nothingSaid, zone: terms?.timeZone ?? zone });
  const wishes = strictest(said(kept), said(other), kept.zone, now);

  if (wishes.stopped || stopped.length === Channel.options.length) return ["All contact stays stopped. Only they can change that."];
  return [
    ...(stopped.length > 0 ? [`Not by ${inSentence(stopped)}: their no stands. Only they can change that.`] : []),
    ...(wishes.channels?.length === 0 ? [nothingLeft] : describeTerms(wishes, dateOf(localDay(kept.zone, now)))),
  ];
}

const nothingLeft =
  "What they chose on the two records does not fit together, so nothing can be planned until they choose again on their own page.";

const inSentence = (channels: Channel[]) =>
  sayChannels(channels).replace(/^E-mail|^Phone|^Text|^Letter|^Meeting/, (word) => word.toLowerCase());
