import { z } from "zod";

import { Changes, sayChanges } from "#lib/events/changes.ts";
import { sayDay } from "#lib/follow-up/local-time.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import type { Disposition } from "#lib/follow-up/touch.ts";
import { type AskSize, type Channel, channelNames, type OfferKind } from "#lib/follow-up/vocabulary.ts";
import { assessmentLabels } from "#lib/prospects/assessment.ts";
import { fieldLabels } from "#lib/prospects/prospect-fields.ts";
import type { ObjectionKind } from "#lib/touches/objection.ts";
import { type ConsentData, consentEntry } from "#lib/touches/consent-entry.ts";
import { touchEntry } from "#lib/touches/touch-entry.ts";

/** What the timeline may be narrowed to. */
export const Show = z.enum(["all", "touches", "replies", "consent", "stage", "plans", "refusals", "changes"]).catch("all");
export type Show = z.infer<typeof Show>;

export type Tone = "welcome" | "confirm" | "more" | "soon" | "never" | "none";

/** A logged touch as it was told, for its correction. */
export type Told = {
  touchpointId: string;
  channel: Channel;
  direction: "out" | "in";
  disposition: Disposition;
  offerKind: OfferKind;
  assetId: string;
  offerText: string;
  ask: AskSize;
  theySaid: string;
  body: string;
  objectionKind: ObjectionKind | "";
  /** By whom, when, and whether in place of an earlier row: what decides whether it may still be taken back. */
  byId: string | null;
  createdAt: string;
  correctsId: string | null;
};

/** One line of a prospect's story. */
export type TimelineEntry = {
  id: string;
  at: Date;
  kind:
    | "touch"
    | "reply"
    | "replaced"
    | "consent"
    | "stage"
    | "refused"
    | "overridden"
    | "done"
    | "cancelled"
    | "merged"
    | "planned"
    | "edited"
    | "ended";
  icon:
    | "mail"
    | "phone"
    | "sms"
    | "link"
    | "letter"
    | "meet"
    | "reply"
    | "no"
    | "ban"
    | "pause"
    | "clock"
    | "said"
    | "flag"
    | "hope"
    | "shield"
    | "check"
    | "calendar"
    | "edit"
    | "close";
  tone: Tone;
  title: string;
  text: string | null;
  /** Their own words. */
  quote: string | null;
  rule: string | null;
  by: string | null;
  byId: string | null;
  /** Where it is a touch that still counts. */
  told: Told | null;
};

type Common = { id: string; at: Date; by: string | null; who: string };
export type TouchData = {
  byId: string | null;
  channel: Channel;
  direction: "out" | "in";
  disposition: Disposition;
  offerKind: OfferKind;
  offerAssetId: string | null;
  offerText: string | null;
  assetTitle: string | null;
  askSize: AskSize;
  createdAt: string;
  body: string | null;
  theySaid: string | null;
  objection: ObjectionKind | null;
  objectionWords: string | null;
  correctsId: string | null;
  replacedById: string | null;
  takenBackAt: string | null;
};
type StageData = { stage: string; kind: string; agreed: boolean; agreement: string | null; deal: string };
type DecisionData = {
  channel: Channel;
  for: string;
  occasion: string;
  passed: boolean;
  rule: string | null;
  reasons: Reason[];
  overrideReason: string | null;
};
type MergeData = { taken?: number };
type PlannedData = { channel: Channel; for: string; state: "scheduled" | "held"; helps: string; zone: string };
type EditedData = { kind: "prospect.edited" | "prospect.assessed"; changes: unknown };
type EndedData =
  | { kind: "next-step.settled"; as: "kept" | "missed" | "dropped"; what: string | null }
  | { kind: "next-step.reopened" | "fact.retracted" | "fact.restored"; what: string | null };
type SettledData = { channel: Channel; for: string; state: "done" | "cancelled"; helps: string };

/** A row of the timeline's query. */
export type TimelineRow = Common &
  (
    | { source: "touch"; data: TouchData }
    | { source: "consent"; data: ConsentData }
    | { source: "stage"; data: StageData }
    | { source: "decision"; data: DecisionData }
    | { source: "settled"; data: SettledData }
    | { source: "merge"; data: MergeData }
    | { source: "planned"; data: PlannedData }
    | { source: "edited"; data: EditedData }
    | { source: "ended"; data: EndedData }
  );

export function toEntry(row: TimelineRow): TimelineEntry {
  const common = { id: row.id, at: row.at, by: row.by, byId: null, quote: null, rule: null, text: null, told: null };
  switch (row.source) {
    case "touch":
      return { ...common, ...touchEntry(row.id, row.who, row.data), byId: row.data.byId };
    case "consent":
      return { ...common, ...consentEntry(row.who, row.data) };
    case "stage":
      return { ...common, ...stageEntry(row.data) };
    case "decision":
      return { ...common, ...decisionEntry(row.data) };
    case "settled":
      return { ...common, ...settledEntry(row.data) };
    case "merge":
      return { ...common, ...mergeEntry(row.who, row.data) };
    case "planned":
      return { ...common, ...plannedEntry(row.data) };
    case "edited":
      return { ...common, ...editedEntry(row.data) };
    case "ended":
      return { ...common, ...endedEntry(row.data) };
  }
}

export type Part = Pick<TimelineEntry, "kind" | "icon" | "tone" | "title"> & Partial<TimelineEntry>;

function stageEntry({ stage, kind, agreed, agreement, deal }: StageData): Part {
  const words = agreed ? `Agreed${agreement ? `: ${agreement}` : ""}` : "Hoped: they have not agreed to it yet";
  const tone = kind === "lost" ? "none" : agreed ? "welcome" : "more";
  return {
    kind: "stage",
    icon: agreed ? "flag" : "hope",
    tone,
    title: `Stage: ${stage}`,
    text: `${deal}. ${endSentence(words)}`,
    rule: "G1",
  };
}

function decisionEntry({ channel, occasion, passed, rule, reasons, overrideReason }: DecisionData): Part {
  const name = channelNames[channel];
  if (passed)
    return {
      kind: "overridden",
      icon: "shield",
      tone: "more",
      title: `${name} let pass by a manager`,
      text: overrideReason && `Because: ${endSentence(overrideReason)}`,
      rule,
    };
  const isNew = occasion === "planned" || occasion === "moved";
  const reason = reasons.find((each) => each.rule === rule) ?? reasons[0];
  const title = isNew ? `${name} refused by the gate` : `${name} taken off the schedule`;
  return { kind: "refused", icon: "ban", tone: "never", title, text: reason?.sentence ?? null, rule: reason?.rule ?? rule };
}

function settledEntry({ channel, state, helps }: SettledData): Part {
  const name = channelNames[channel];
  return state === "done"
    ? { kind: "done", icon: "check", tone: "welcome", title: `${name} done`, text: helps }
    : { kind: "cancelled", icon: "close", tone: "none", title: `${name} cancelled`, text: helps };
}

/** What came off the schedule by it stands beside, with its reasons. */
function mergeEntry(who: string, { taken = 0 }: MergeData): Part {
  const text = `All of it is here now; the stricter of their wishes hold.${taken > 0 ? ` Taken off the schedule: ${taken}.` : ""}`;
  return { kind: "merged", icon: "check", tone: "none", title: `Two records of ${who} became one`, text, rule: "D9" };
}

function plannedEntry({ channel, for: at, state, helps, zone }: PlannedData): Part {
  const when = sayDay(zone, new Date(at));
  const title = state === "held" ? `${channelNames[channel]} for ${when}, held` : `${channelNames[channel]} planned for ${when}`;
  return { kind: "planned", icon: state === "held" ? "pause" : "calendar", tone: state === "held" ? "more" : "none", title, text: helps };
}

function editedEntry({ kind, changes }: EditedData): Part {
  const said = sayChanges(Changes.catch({}).parse(changes), { ...fieldLabels, ...assessmentLabels });
  const title = kind === "prospect.assessed" ? "Assessed" : "Record changed";
  return { kind: "edited", icon: "edit", tone: "none", title, text: said.length > 0 ? said.join("\n") : null };
}

const endings = { kept: "welcome", missed: "more", dropped: "none" } as const;

function endedEntry(ended: EndedData): Part {
  const text = ended.what;
  switch (ended.kind) {
    case "next-step.settled":
      return { kind: "ended", icon: "flag", tone: endings[ended.as], title: `Next step ${ended.as}`, text };
    case "next-step.reopened":
      return { kind: "ended", icon: "flag", tone: "none", title: "Next step open again", text };
    case "fact.retracted":
      return { kind: "ended", icon: "close", tone: "none", title: "Fact taken back", text };
    case "fact.restored":
      return { kind: "ended", icon: "said", tone: "none", title: "Fact held again", text };
  }
}

const endSentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);
