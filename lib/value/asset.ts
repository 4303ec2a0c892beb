import { AssetKind } from "#lib/follow-up/vocabulary.ts";

export const assetKindNames: Record<AssetKind, string> = {
  article: "Article",
  insight: "Insight",
  template: "Template or checklist",
  sample: "Sample",
  invitation: "Invitation",
  introduction: "Introduction",
  help: "Help from us",
};

/** Whether it can still be given on a day (YYYY-MM-DD); its last day counts. */
export const isCurrent = (expiresOn: string | null, today: string): boolean => expiresOn === null || expiresOn >= today;
