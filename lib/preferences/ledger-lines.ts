import { noAddress } from "#lib/consent/address.ts";
import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { standing, stoppedAltogether } from "#lib/consent/standing.ts";
import type { TermsContent } from "#lib/consent/terms.ts";
import { dayOf, instantAt } from "#lib/follow-up/local-time.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Choice } from "#lib/preferences/choice.ts";

export type Line = Pick<ConsentEntry, "channel" | "status" | "basis" | "effectiveTo">;

/** What a choice adds to the ledger: only what does not stand already on the person's own word, so that the same choice twice adds nothing (C9). */
export function ledgerLines(
  choice: Choice,
  next: TermsContent,
  entries: readonly ConsentEntry[],
  { now, zone, changed }: { now: Date; zone: string; changed: boolean },
): Line[] {
  const version = changed ? [line("any", "terms")] : [];
  switch (choice.action) {
    case "save":
      return [...channelLines(next.channels ?? [], entries, now), ...version];
    case "pause":
      return changed ? [{ ...line("any", "paused"), effectiveTo: next.pausedUntil ? instantAt(zone, dayOf(next.pausedUntil)) : null }] : [];
    case "resume":
      return changed ? [line("any", "resumed")] : [];
    case "call-back":
      return changed ? [line("any", "call_back")] : [];
    case "stop":
      return stoppedAltogether(entries.filter(isOwn), now) ? version : [line("any", "objected")];
    case "undo-stop":
      return [line("any", "undone")];
    case "stop-channel":
      return [...noTo(choice.channel, entries, now), ...version];
    case "allow-channel":
      return [...yesTo(choice.channel, entries, now), ...version];
    case "stop-topic":
    case "allow-topic":
      return version;
  }
}

/** A yes for each channel ticked and a no for each that was not (C2). */
function channelLines(ticked: Channel[], entries: readonly ConsentEntry[], now: Date): Line[] {
  return Channel.options.flatMap((channel) => (ticked.includes(channel) ? yesTo : noTo)(channel, entries, now));
}

function yesTo(channel: Channel, entries: readonly ConsentEntry[], now: Date): Line[] {
  const stands = standing(entries, channel, now, noAddress);
  const said = stands.kind === "agreed" && stands.status === "express" && isOwn(stands.entry) && stands.until === null;
  return said ? [] : [{ ...line(channel, "express"), basis: "consent" }];
}

const noTo = (channel: Channel, entries: readonly ConsentEntry[], now: Date): Line[] =>
  standing(entries.filter(isOwn), channel, now).kind === "stopped" ? [] : [line(channel, "withdrawn")];

const isOwn = ({ saidBy }: ConsentEntry) => saidBy === "person";

const line = (channel: Line["channel"], status: Line["status"]): Line => ({ channel, status, basis: null, effectiveTo: null });
