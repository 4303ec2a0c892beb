import { recordConsent } from "#lib/consent/record-consent.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { readEmail, readPhone } from "#lib/prospects/contact-points.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import type { AssetIds } from "#prisma/seed/assets.ts";
import { type CompanyIds, companies } from "#prisma/seed/companies.ts";
import { seedDeal } from "#prisma/seed/deals.ts";
import type { Staff } from "#prisma/seed/people.ts";
import { type Calendar, dateColumn, type SeedProspect } from "#prisma/seed/shape.ts";
import { seedTouch } from "#prisma/seed/touches.ts";

export type Scene = { tx: Tx; staff: Staff; assets: AssetIds; companyIds: CompanyIds; calendar: Calendar };

/** The day from which a story is played through the use cases (play.ts) instead of written down: that of its first plan. */
export const playedFrom = ({ plans }: SeedProspect) => Math.min(1, ...(plans ?? []).map(({ plannedOn }) => plannedOn));

/** One person with all that was so far. Returns the record's id. */
export async function seedProspect(scene: Scene, person: SeedProspect): Promise<string> {
  const { tx, staff, companyIds, calendar } = scene;
  const { orgId } = staff;
  const created = calendar.ago(person.since);
  const id = newId(created);
  const email = emailOf(person);
  const owner = staff.actors[person.owner];
  const [given, ...rest] = person.name.replace(/^Dr\. /, "").split(" ");

  await tx.prospect.create({
    data: {
      ...{ orgId, id, ownerId: owner.userId, teamId: owner.teamId, companyId: companyIds[person.company] },
      ...{
        name: person.name,
        givenName: given,
        familyName: rest.join(" "),
        jobTitle: person.title,
        timeZone: person.zone,
        country: person.country,
      },
      ...{
        language: person.language ?? "en",
        subscriberKind: person.kind ?? "unknown",
        source: person.source,
        relationship: person.relationship,
      },
      searchText: foldForSearch(person.name, companies[person.company][0], email),
      createdAt: created,
    },
  });
  await seedContactPoints(scene, id, person, email);
  await seedKnowledge(scene, id, person);
  const context = { tx, orgId, actorId: owner.userId };
  for (const { day, lasts, ...entry } of person.consent ?? [])
    await recordConsent({ ...context, actorId: entry.saidBy === "rep" ? owner.userId : null, now: calendar.past(person.zone, day, 12) }, [
      { ...entry, prospectId: id, basis: entry.status, effectiveTo: lasts ? calendar.ago(-day - lasts) : null },
    ]);
  const dealId = await seedDeal(scene, id, person);
  for (const touch of person.touches.filter(({ day }) => day < playedFrom(person))) await seedTouch(scene, id, person, touch);
  if (person.nextStep) {
    const { what, owedBy, due, agreed } = person.nextStep;
    await tx.nextStep.create({
      data: {
        orgId,
        id: newId(created),
        prospectId: id,
        dealId,
        what,
        owedBy,
        dueOn: dateColumn(calendar.date(person.zone, due)),
        agreed,
        createdById: owner.userId,
        createdAt: calendar.ago(6),
      },
    });
  }
  return id;
}

async function seedContactPoints(
  { tx, staff, calendar }: Scene,
  prospectId: string,
  { phone, country, since }: SeedProspect,
  email: string,
): Promise<void> {
  const createdAt = calendar.ago(since);
  await tx.contactPoint.createMany({
    data: [readEmail(email), ...(phone ? [readPhone(phone, country)] : [])].map(({ kind, value, normalised }) => ({
      ...{ orgId: staff.orgId, id: newId(createdAt), prospectId, kind, value, normalised, isPrimary: true, createdAt },
    })),
  });
}

async function seedKnowledge(
  { tx, staff, calendar }: Scene,
  prospectId: string,
  { facts, assessment, owner, since, zone }: SeedProspect,
): Promise<void> {
  const place = { orgId: staff.orgId, prospectId };
  const when = calendar.ago(since - 1);
  const by = staff.actors[owner].userId;
  await tx.fact.createMany({
    data: (facts ?? []).map(([label, value, origin, originNote, on]) => ({
      ...place,
      id: newId(when),
      label,
      value,
      origin,
      originNote,
      onDay: on === undefined ? null : dateColumn(calendar.date(zone, on)),
      recordedById: by,
      recordedAt: when,
    })),
  });
  if (!assessment) return;
  const { fit, stake, homework, decisionIn, source } = assessment;
  const decisionOn = decisionIn === undefined ? null : dateColumn(calendar.date(zone, decisionIn));
  await tx.opportunityAssessment.create({
    data: { ...place, id: newId(when), fit, stake, homework, decisionOn, timelineSource: source, assessedById: by, assessedAt: when },
  });
}

/** ana.carvalho-montenegro-e-sa@vilar-filhos.example */
function emailOf({ name, company }: SeedProspect): string {
  const [given, ...family] = foldForSearch(name.replace(/^Dr\. /, ""))
    .replace(/[^a-z -]/g, "")
    .split(" ");
  return `${given}.${family.at(-1)}@${companies[company][1]}`;
}
