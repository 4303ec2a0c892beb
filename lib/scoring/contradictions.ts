import type { Terms } from "#lib/consent/ledger.ts";
import { dayOf, isTimeZone, localDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Found } from "#lib/field-problems.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";

const farthest = 10 * 366 * 86_400_000;

/** What a plan says that cannot be, given what is known of the person. */
export function contradictionsOfPlan(plan: Plan, { objections, assets, facts }: Dossier, now: Date): Found[] {
  const { offer, answersObjectionId, urgentFactId } = plan;
  return [
    when(plan.at.getTime() - now.getTime() > farthest, "plan.at", "This is more than ten years ahead."),
    when(offer.kind === "asset" && !offer.assetId, "plan.offer.assetId", "Say which asset is offered."),
    when(isStray(offer.assetId, assets), "plan.offer.assetId", "This asset is not among those known."),
    when(isStray(answersObjectionId, objections), "plan.answersObjectionId", "This no is not one of theirs."),
    when(isStray(urgentFactId, facts), "plan.urgentFactId", "This fact is not one of theirs."),
  ].flat();
}

/** What a dossier from outside says that cannot be. A record of ours needs no such check: the database refuses these. */
export function contradictionsOfDossier(dossier: Dossier, now: Date): Found[] {
  const { person, terms, ledger } = dossier;
  const zone = terms?.timeZone ?? person.timeZone ?? dossier.homeZone;
  return [
    ledger.flatMap(({ effectiveFrom, effectiveTo }, i) =>
      when(effectiveTo !== null && effectiveTo < effectiveFrom, `ledger.${i}.effectiveTo`, "This ends before it begins."),
    ),
    terms ? contradictionsOfTerms(terms, zone) : [],
    ahead(dossier, now),
    repeated(dossier),
  ]
    .flat()
    .map(([path, sentence]): Found => [`dossier.${path}`, sentence]);
}

function contradictionsOfTerms({ hours, days, channels, stopped, saidOn, ...terms }: Terms, zone: string): Found[] {
  const knownZone = isTimeZone(zone);
  const said = knownZone ? localDay(zone, saidOn) : 0;
  const before = (date: string | null) => knownZone && date !== null && dayOf(date) < said;
  return [
    when(!knownZone, "terms.timeZone", "This is not a time zone; an IANA name such as Europe/Dublin is."),
    when(hours !== null && hours.from >= hours.to, "terms.hours", "These hours end before they begin."),
    when(new Set(days).size < days.length, "terms.days", "A weekday is named twice."),
    when(stopped && channels !== null && channels.length > 0, "terms.channels", "Who asked us to stop has chosen no channel."),
    when(before(terms.pausedUntil), "terms.pausedUntil", "This pause was over before they asked for it."),
    when(before(terms.callBackOn), "terms.callBackOn", "This call-back lies before the day they asked for it."),
  ].flat();
}

/** What happened cannot lie ahead of now. */
function ahead(dossier: Dossier, now: Date): Found[] {
  const happened = {
    touches: ["at", "This touch lies in the future.", dossier.touches.map(({ at }) => at)],
    objections: ["at", "This no lies in the future.", dossier.objections.map(({ at }) => at)],
    ledger: ["effectiveFrom", "This was said in the future.", dossier.ledger.map(({ effectiveFrom }) => effectiveFrom)],
    assets: ["sharedAt", "This was shared in the future.", dossier.assets.map(({ sharedAt }) => sharedAt)],
  } as const;
  return [
    ...Object.entries(happened).flatMap(([list, [field, sentence, instants]]) =>
      instants.flatMap((at, i) => when(at !== null && at > now, `${list}.${i}.${field}`, sentence)),
    ),
    ...when(dossier.terms !== null && dossier.terms.saidOn > now, "terms.saidOn", "They said this in the future."),
  ];
}

/** One id, one thing: the second of a pair would be counted again, or hide the first. */
function repeated({ touches, planned, ledger, objections, assets, facts }: Dossier): Found[] {
  return Object.entries({ touches, planned, ledger, objections, assets, facts }).flatMap(([list, rows]) => {
    const seen = new Set<string>();
    return rows.flatMap(({ id }, i) => {
      const again = seen.has(id);
      seen.add(id);
      return when(again, `${list}.${i}.id`, "Another one before it has the same id.");
    });
  });
}

const isStray = (id: string | null, known: { id: string }[]) => id !== null && !known.some((one) => one.id === id);
const when = (isSo: boolean, path: string, sentence: string): Found[] => (isSo ? [[path, sentence]] : []);
