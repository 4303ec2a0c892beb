import { type AssetKind, AssetStage } from "#lib/follow-up/vocabulary.ts";

export const assetKindNames: Record<AssetKind, string> = {
  article: "Article",
  insight: "Insight",
  template: "Template or checklist",
  sample: "Sample",
  invitation: "Invitation",
  introduction: "Introduction",
  help: "Help from us",
};

export const assetStageNames: Record<AssetStage, string> = {
  first: "Before they know us",
  weighing: "While they weigh it",
  deciding: "When they decide",
  customer: "For customers",
};

/** What each of its fields is called, in its history. */
export const assetFieldNames: Record<string, string> = {
  ...{ kind: "Kind", title: "Title", summary: "What someone gets", url: "Where it is", topics: "Topics", language: "Language" },
  ...{ stage: "Suits", heldOn: "Held on", expiresOn: "Good until" },
};

/** The last day it can be given: an invitation is over with its event. */
export const lastDay = ({ heldOn, expiresOn }: { heldOn: Date | null; expiresOn: Date | null }): Date | null =>
  heldOn && (!expiresOn || heldOn < expiresOn) ? heldOn : expiresOn;

/** Whether it can still be given on a day (YYYY-MM-DD); its last day counts. */
export const isCurrent = (expiresOn: string | null, today: string): boolean => expiresOn === null || expiresOn >= today;
