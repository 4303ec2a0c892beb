import { type DatedRule, rulesFor } from "#lib/consent/law.ts";
import type { ConsentMatter } from "#lib/consent/judge-consent.ts";
import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { type Standing, standing } from "#lib/consent/standing.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";

/** What a channel rests on, whatever is planned by it: the rules of their place, and what the ledger says where that does not change with time. */
export type Footing = { rules: readonly DatedRule[]; steady: Standing | null };

/** Worked out when a channel is first asked for, and kept for all plans that follow. */
export const footingOf = (matter: ConsentMatter, channel: Channel, now: Date): Footing =>
  (matter.footings[channel] ??= {
    rules: rulesFor(matter.person, channel),
    steady: fades(matter.ledger, now) ? null : standing(matter.ledger, channel, now),
  });

const fades = (ledger: readonly ConsentEntry[], now: Date) =>
  ledger.some(({ effectiveFrom, effectiveTo }) => effectiveTo !== null || effectiveFrom > now);
