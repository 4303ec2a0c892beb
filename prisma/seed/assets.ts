import type { AssetKind, AssetStage } from "#lib/follow-up/vocabulary.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Staff } from "#prisma/seed/people.ts";

export const assets = {
  checklist: [
    "template",
    "Annex 11 audit-trail checklist",
    "Two pages to go through with a validation lead.",
    ["validation", "audits"],
    "en",
  ],
  protocols: [
    "sample",
    "Pre-validated protocols for logger changes",
    "Fourteen protocols, ready to sign; a change takes six days instead of a quarter.",
    ["validation"],
    "en",
  ],
  inspections: [
    "insight",
    "What inspectors found in 2026",
    "Six pages: the twelve most frequent findings in cold stores and what mended them.",
    ["audits"],
    "pt",
  ],
  pharmacy: [
    "article",
    "A hospital pharmacy in Coimbra, one year on",
    "How three people watch 62 fridges, with their own figures.",
    ["hospitals"],
    "en",
  ],
  papers: [
    "insight",
    "Digital catch papers, from 10 January",
    "Two pages on what changes at the border and what a small exporter needs.",
    ["exports", "fish"],
    "en",
  ],
  fishHall: ["article", "One fish hall, 40 doors", "Where the warm air came in, measured over a winter.", ["fish"], "en"],
  loan: [
    "help",
    "Three loggers on loan for six weeks",
    "Run them beside your own and compare; no contract, postage paid.",
    ["trial"],
    "en",
  ],
  forum: [
    "invitation",
    "Cold-chain forum, Rotterdam",
    "A day with eleven users of other makes; lunch and train paid.",
    ["audits", "transport"],
    "en",
  ],
} as const satisfies Record<
  string,
  readonly [kind: AssetKind, title: string, summary: string, topics: readonly string[], language: string]
>;

/** What suits only some of the way; the rest suits any time. */
const suits = { loan: "deciding", pharmacy: "weighing", inspections: "first" } as const satisfies Partial<
  Record<keyof typeof assets, AssetStage>
>;

export type AssetKey = keyof typeof assets;
export type AssetIds = Record<AssetKey, string>;

export async function seedAssets(tx: Tx, { orgId, actors }: Staff, since: Date): Promise<AssetIds> {
  const ids = Object.fromEntries(Object.keys(assets).map((key) => [key, newId(since)])) as AssetIds;
  await tx.valueAsset.createMany({
    data: Object.entries(assets).map(([key, [kind, title, summary, topics, language]]) => ({
      orgId,
      id: ids[key as AssetKey],
      kind,
      title,
      summary,
      topics: [...topics],
      language,
      url: kind === "help" ? null : `https://aldermoor.example/library/${key.toLowerCase()}`,
      stage: key in suits ? suits[key as keyof typeof suits] : null,
      createdById: actors.omar.userId,
      createdAt: since,
    })),
  });
  return ids;
}
