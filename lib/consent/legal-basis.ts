import { addressOf, type KnownPoints } from "#lib/consent/address.ts";
import type { ConsentMatter } from "#lib/consent/judge-consent.ts";
import { type LawRule, statusOfBasis } from "#lib/consent/law.ts";
import type { ConsentEntry, ConsentStatus } from "#lib/consent/ledger.ts";
import type { RegistryFinding } from "#lib/consent/registry.ts";
import { type Standing, standing } from "#lib/consent/standing.ts";
import { dayLength } from "#lib/follow-up/clock.ts";
import { sayCalendarDay } from "#lib/follow-up/local-time.ts";
import { basisNames } from "#lib/follow-up/basis-names.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import { type Channel, channelNames } from "#lib/follow-up/vocabulary.ts";

type Law = { rule: LawRule | null; held: Standing; awaitsUs: boolean; registry: () => RegistryFinding | null };

/** Days before a basis ends in which it is said. */
export const endsSoon = 30;

/** C9: the basis the law of their place asks for; where it is open, the rep states one and the ledger keeps it. */
export function findBasis(
  plan: Plan,
  then: Date,
  { person, history, ledger, points }: ConsentMatter,
  { rule, held, awaitsUs, registry }: Law,
  reasons: Reason[],
): void {
  if (!rule || !rule.needs || awaitsUs) return;
  if (carries(rule.needs, held)) {
    if (held.kind === "agreed" && held.until && held.until.getTime() - then.getTime() < endsSoon * dayLength)
      reasons.push({
        rule: "C9",
        severity: "note",
        sentence: `What lets us contact them runs out on ${sayCalendarDay(history.clock.day(held.until.getTime()))}. Ask them how they want it.`,
        evidence: held.entry.id,
      });
    return;
  }
  const stated = plan.basis && statusOfBasis[plan.basis.kind];
  if (stated && rule.needs.includes(stated)) {
    const sentence = `You state: ${basisNames[plan.basis!.kind].toLowerCase()}. The ledger keeps it.`;
    reasons.push({ rule: "C9", severity: "note", sentence });
    return;
  }
  const canState = rule.needs.some((status) => stateable.has(status));
  const found = registry();
  if (found) {
    judgeRegistry(found, rule, stated, canState, reasons);
    return;
  }
  const wanted = rule.without === "block" ? "needs their consent" : "needs a reason why we may";
  const elsewhere = saidOfAnother({ points, ledger }, plan.channel, rule.needs, then);
  const missing = elsewhere ? `${wanted} (${rule.name}). ${elsewhere}` : `${wanted} (${rule.name}), and none is recorded.`;
  const sentence = `${channelNames[plan.channel]} ${missing}${caution(person)}`;
  reasons.push({ rule: "C9", severity: rule.without, sentence, evidence: rule.id, ...(canState && { remedy: { do: "state-basis" } }) });
}

/** C9: whoever is on no list may be rung up; whoever is on one, only on their word or a sale; and whom nobody checked, once somebody has looked. */
function judgeRegistry(
  { kind, sentence }: RegistryFinding,
  { id }: LawRule,
  stated: ConsentStatus | null,
  canState: boolean,
  reasons: Reason[],
): void {
  const evidence = id;
  const remedy = { do: "state-basis" } as const;
  if (kind === "listed") reasons.push({ rule: "C9", severity: "block", sentence, evidence, ...(canState && { remedy }) });
  else if (kind === "unchecked" && stated === "looked_up")
    reasons.push({
      rule: "C9",
      severity: "note",
      sentence: `You state: ${basisNames.looked_up.toLowerCase()}. The ledger keeps it.`,
      evidence,
    });
  else if (kind === "unchecked") reasons.push({ rule: "C9", severity: "confirm", sentence, evidence, remedy });
}

const stateable = new Set<ConsentStatus>(Object.values(statusOfBasis));

function caution({ country, subscriberKind }: ConsentMatter["person"]): string {
  const unsure = [country === null && "their country", subscriberKind === "unknown" && "whether the law sees a consumer or a firm"];
  const named = unsure.filter(Boolean).join(" and ");
  return named && ` We do not know ${named}, so the careful reading holds.`;
}

export const carries = (needs: readonly ConsentStatus[], held: Standing) =>
  held.kind === "agreed" && (held.status === "express" || needs.includes(held.status));

/** C9: what would carry, had it been said of the address they would be contacted at and not of another of theirs; in words, or null. */
export function saidOfAnother(
  { points, ledger }: { points: KnownPoints; ledger: readonly ConsentEntry[] },
  channel: Channel,
  needs: readonly ConsentStatus[],
  at: Date,
): string | null {
  const to = points && addressOf(points, channel);
  if (!to) return null;
  const others = ledger.filter(({ contactPointId }) => contactPointId && contactPointId !== to.id);
  const held = standing(others, channel, at);
  if (held.kind !== "agreed" || !carries(needs, held)) return null;
  const other = points.find(({ id }) => id === held.entry.contactPointId)?.value ?? "another address of theirs";
  return held.status === "express"
    ? `They agreed for ${other}, not for ${to.value}: ask again.`
    : `What lets us contact them is recorded for ${other}, not for ${to.value}.`;
}
