import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate } from "#lib/follow-up/say-when.ts";
import type { AssetStage } from "#lib/follow-up/vocabulary.ts";
import type { KnownAsset, KnownFact } from "#lib/value/known.ts";

/** What is known of somebody that says what would suit them. Days are YYYY-MM-DD. */
export type Wanting = {
  /** Topics they chose, and such as they want no more of (C2). */
  topics: readonly string[] | null;
  refusedTopics: readonly string[];
  language: string | null;
  facts: readonly Pick<KnownFact, "value">[];
  /** What they said, in their words. */
  said: readonly string[];
  stage: AssetStage;
  /** The day it would be given. */
  day: string;
};

/** The library as one person meets it: what fits and is new to them, what else is new, what they have had, what is over by then or unwelcome. */
export type Shelf<A = KnownAsset> = { fits: A[]; fresh: A[]; had: A[]; over: A[] };

/** V2–V4: unused and fitting first, then by how it was received; what they have had, latest first. */
export function shelve<A extends KnownAsset>(assets: readonly A[], wanting: Wanting): Shelf<A> {
  const shelf: Shelf<A> = { fits: [], fresh: [], had: [], over: [] };
  const about = [...wanting.facts.map(({ value }) => value), ...wanting.said].join("\n").toLowerCase();
  const fit = new Map(assets.map((asset) => [asset, fitOf(asset, wanting, about)]));
  for (const asset of assets) {
    if (asset.sharedAt) shelf.had.push(asset);
    else if ((asset.expiresOn && asset.expiresOn < wanting.day) || isUnwelcome(asset, wanting)) shelf.over.push(asset);
    else if (fit.get(asset)! > 0) shelf.fits.push(asset);
    else shelf.fresh.push(asset);
  }
  const better = (a: A, b: A) => fit.get(b)! - fit.get(a)! || welcome(b) - welcome(a) || (a.title < b.title ? -1 : 1);
  shelf.fits.sort(better);
  shelf.fresh.sort(better);
  shelf.had.sort((a, b) => b.sharedAt!.getTime() - a.sharedAt!.getTime());
  return shelf;
}

/** How many signs say that it is about what concerns them; below nothing where it is in a language or for a time that is not theirs. */
function fitOf({ topics, language, stage }: KnownAsset, wanting: Wanting, about: string): number {
  const isTheirs = (topic: string) => includes(wanting.topics ?? [], topic) || about.includes(topic.toLowerCase());
  const foreign = language !== null && wanting.language !== null && tongue(language) !== tongue(wanting.language);
  if (foreign || (stage !== null && stage !== wanting.stage)) return -1;
  return topics.filter(isTheirs).length + (stage === wanting.stage ? 1 : 0);
}

const isUnwelcome = ({ topics }: KnownAsset, { refusedTopics }: Wanting) =>
  topics.length > 0 && topics.every((topic) => includes(refusedTopics, topic));

const includes = (list: readonly string[], topic: string) => list.some((each) => each.toLowerCase() === topic.toLowerCase());
const tongue = (code: string) => code.slice(0, 2).toLowerCase();

/** The share that welcomed it, a little doubtful while few had it. */
const welcome = ({ given, welcomed }: KnownAsset) => (welcomed + 1) / (given + 4);

type Standing = { relationship: string; hasOpenDeal: boolean; decides: boolean; hasSpoken: boolean };

/** How far they have come, as far as the library goes. */
export function stageFor({ relationship, hasOpenDeal, decides, hasSpoken }: Standing): AssetStage {
  if (relationship === "customer") return "customer";
  if (hasOpenDeal && decides) return "deciding";
  return hasOpenDeal || hasSpoken ? "weighing" : "first";
}

/** What to know before it is given: when they had it, when it ends, how others received it. */
export function sayAsset(asset: Pick<KnownAsset, "given" | "welcomed" | "expiresOn" | "sharedAt">, zone: string, today: string): string {
  const { sharedAt, expiresOn } = asset;
  const had = sharedAt && `had it on ${sayDate(dateOf(localDay(zone, sharedAt)), today)}`;
  const ends = expiresOn && (expiresOn < today ? `ended ${sayDate(expiresOn, today)}` : `until ${sayDate(expiresOn, today)}`);
  return [had, ends, sayWelcome(asset)].filter(Boolean).join(", ");
}

/** "12 of 15 found it useful", once somebody did; before that only how many had it, and null for nobody. */
export function sayWelcome({ given, welcomed }: Pick<KnownAsset, "given" | "welcomed">): string | null {
  if (given === 0) return null;
  return welcomed === 0 ? `given to ${given}` : `${welcomed} of ${given} found it useful`;
}
