import type { Disposition } from "#lib/follow-up/touch.ts";
import type { AskSize, Channel, OfferKind } from "#lib/follow-up/vocabulary.ts";
import type { VerdictKind } from "#lib/scoring/verdict.ts";

/**
 * In the order in which they are kept: what we promised (D8), who came to us, who named this day (C7), what is due, what was taken off, who was left
 * alone (D3), who was not asked how they want it (C1).
 */
export const queueGroups = ["promised", "answered", "called-back", "due", "held", "left-alone", "not-asked"] as const;
export type QueueGroup = (typeof queueGroups)[number];

export const isQueueGroup = (text: unknown): text is QueueGroup => queueGroups.some((group) => group === text);

export type QueueRow = {
  group: QueueGroup;
  /** The next step or follow-up it stands for; the prospect where there is neither. */
  id: string;
  prospectId: string;
  name: string;
  companyName: string | null;
  timeZone: string | null;
  channel: Channel | null;
  at: Date;
  /** What they said, what was promised, or why it helps them. */
  words: string | null;
  /** What the planned touch brings and asks. */
  offerKind: OfferKind | null;
  offerAssetId: string | null;
  offerText: string | null;
  ask: AskSize | null;
  verdict: VerdictKind | null;
  value: number | null;
  bar: number | null;
  nextAllowedAt: Date | null;
  nextAt: Date | null;
  unanswered: number;
  lastOutboundAt: Date | null;
  /** The last exchange with them, whoever began it. */
  lastAt: Date | null;
  lastChannel: Channel | null;
  lastDisposition: Disposition | null;
};

/** What one looks at in a morning, and how much of one group when it is all one wants to see. */
export const perGroup = 15;
export const wholeGroup = 200;
/** Asking how they want it goes along with the day's work; it is not the work. */
const perGroupOf: Partial<Record<QueueGroup, number>> = { "not-asked": 5 };

/** How many rows a group shows. */
export const shownOf = (group: QueueGroup, all: QueueGroup | null): number =>
  group === all ? wholeGroup : (perGroupOf[group] ?? perGroup);

/** What a row stands for, and so what can be done with it. */
export type RowKind = "promise" | "follow-up" | "person";
export const kindOf = (group: QueueGroup): RowKind =>
  group === "promised" ? "promise" : group === "due" || group === "held" ? "follow-up" : "person";

/** A row as the browser works it. `key` changes when what it stands for does, so that a row that comes back is a new one. */
export type Entry = { key: string; kind: RowKind; group: QueueGroup; id: string; prospectId: string; name: string; at: Date };

export const toEntry = ({ group, id, prospectId, name, at }: QueueRow): Entry => ({
  key: `${group}-${id}-${at.getTime()}`,
  ...{ kind: kindOf(group), group, id, prospectId, name, at },
});
