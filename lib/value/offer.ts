import { dateOf, dayOf, sayCalendarDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import { isOutbound } from "#lib/follow-up/touch.ts";
import { offerNames } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Findings, ValueCase, ValueMatter } from "#lib/value/judge-value.ts";
import type { KnownAsset } from "#lib/value/known.ts";
import { saysTheSame } from "#lib/value/words.ts";

/** V2–V4: something is offered, it is named, it is new to them, and the like was welcome. Says whether it brings anything. */
export function offerParts(plan: Plan, matter: ValueMatter, on: ValueCase, policy: Policy, found: Findings): boolean {
  const { offer } = plan;
  const asset = offer.kind === "asset" ? matter.assets.find(({ id }) => id === offer.assetId) : undefined;
  const fault = faultOf(plan, asset, matter, on);
  if (fault) {
    found.reasons.push(fault);
    return false;
  }
  if (offer.kind === "none") return false;

  const { offers } = policy.value;
  const isProven = (offer.kind !== "answer" && offer.kind !== "requested") || hasSpoken(matter);
  if (!isProven)
    found.reasons.push({
      rule: "V2",
      severity: "note",
      sentence: "Nothing they asked or said is on record, so this counts as an offer of help. Log what they said.",
    });
  const points = isProven ? offers[offer.kind] : Math.min(offers[offer.kind], offers.resource);
  found.parts.push({ label: asset ? "new to them" : offerNames[offer.kind].toLowerCase(), points });
  reception(plan, asset, matter, policy, found);
  return true;
}

const hasSpoken = ({ history }: ValueMatter) => history.said.length > 0 || history.lastAsked !== null;

function faultOf({ offer }: Plan, asset: KnownAsset | undefined, matter: ValueMatter, { day, askedFor }: ValueCase): Reason | null {
  if (offer.kind === "none") {
    if (askedFor) return null;
    return {
      rule: "V2",
      severity: "rewrite",
      sentence: "This brings them nothing yet. Offer something they can use.",
      remedy: bring(matter, day),
    };
  }
  if (offer.kind === "asset" && !asset)
    return { rule: "V2", severity: "rewrite", sentence: "Choose what to bring from the library.", remedy: bring(matter, day) };
  if (offer.kind !== "asset" && offer.text.length < 10) {
    const sentence = `Say in a few words what it is: ${offerNames[offer.kind].toLowerCase()}.`;
    return { rule: "V2", severity: "rewrite", sentence, remedy: { do: "bring-something" } };
  }
  if (asset?.expiresOn && dayOf(asset.expiresOn) < day) {
    const sentence = `“${asset.title}” runs out on ${sayCalendarDay(dayOf(asset.expiresOn))}, before that day.`;
    return { rule: "V2", severity: "rewrite", sentence, evidence: asset.id, remedy: bring(matter, day) };
  }
  const before = asset ? asset.sharedAt && { at: asset.sharedAt, id: asset.id } : sameOffer(offer.text, matter);
  if (!before) return null;
  const { clock } = matter.history;
  return {
    rule: "V3",
    severity: "rewrite",
    sentence: `They have had this already, on ${sayCalendarDay(clock.day(before.at.getTime()))}. The same again brings nothing new.`,
    evidence: before.id,
    remedy: bring(matter, day),
  };
}

/** The first offer of ours that says the same, the earliest one. */
function sameOffer(text: string, { touches }: ValueMatter) {
  let first: { at: Date; id: string } | null = null;
  for (const touch of touches)
    if (isOutbound(touch) && touch.offer.text !== null && (!first || touch.at < first.at) && saysTheSame(text, touch.offer.text))
      first = touch;
  return first;
}

/** The asset they have not had that was best received by others, still current on that day. */
export function freshAsset(assets: readonly KnownAsset[], day: number): KnownAsset | null {
  let best: KnownAsset | null = null;
  const until = dateOf(day);
  for (const asset of assets) {
    if (asset.sharedAt || (asset.expiresOn && asset.expiresOn < until)) continue;
    if (!best || share(asset) > share(best) || (share(asset) === share(best) && asset.id > best.id)) best = asset;
  }
  return best;
}

const share = ({ given, welcomed }: KnownAsset) => (welcomed + 1) / (given + 4);

function bring({ offerable }: ValueMatter, day: number): NonNullable<Reason["remedy"]> {
  const fresh = freshAsset(offerable, day);
  return fresh ? { do: "attach", assetId: fresh.id, title: fresh.title } : { do: "bring-something" };
}

/** V4: what they welcomed before is worth more, and so is what most others found useful; what neither made anything of, less. */
function reception(
  { offer }: Plan,
  asset: KnownAsset | undefined,
  { history, assets }: ValueMatter,
  policy: Policy,
  found: Findings,
): void {
  const { points, othersNeeded } = policy.value;
  if (history.welcomedKinds.has(offer.kind)) found.parts.push({ label: "they welcomed such before", points: points.welcomed });
  if (!asset) return;
  const told = asset.given >= othersNeeded ? asset.welcomed / asset.given : null;
  if (told !== null && told >= 0.5) found.parts.push({ label: "others found it useful", points: points.othersWelcomed });
  const likes = assets.filter(({ kind, reaction }) => kind === asset.kind && reaction !== null);
  const disliked = likes.length > 0 && likes.every(({ reaction }) => reaction === "not_useful");
  if (!disliked && (told === null || told >= 0.1)) return;
  found.parts.push({ label: disliked ? "such was no use to them" : "few made anything of it", points: -points.unwelcome });
  const sentence = disliked
    ? "Such things were no use to them before."
    : `Few of the ${asset.given} who had “${asset.title}” made anything of it.`;
  found.reasons.push({ rule: "V4", severity: "note", sentence, evidence: asset.id });
}
