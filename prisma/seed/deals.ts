import { newId } from "#lib/platform/ids.ts";
import type { Scene } from "#prisma/seed/prospects.ts";
import { dateColumn, type SeedProspect } from "#prisma/seed/shape.ts";

/** The deal with its way through the stages: one every fortnight before the one it stands in. */
export async function seedDeal(
  { tx, staff, companyIds, calendar }: Scene,
  prospectId: string,
  { deal, owner, company, zone }: SeedProspect,
): Promise<string | null> {
  if (!deal) return null;
  const { orgId, actors, stages } = staff;
  const { userId: ownerId, teamId } = actors[owner];
  const way = ["New", "Talking", "Evaluation", "Proposal"];
  const before = way.slice(0, way.includes(deal.stage) ? way.indexOf(deal.stage) : way.length);
  const since = calendar.ago(deal.days);
  const createdAt = calendar.ago(deal.days + before.length * 14);
  const id = newId(createdAt);
  const { title, amount, agreed, agreement } = deal;
  await tx.deal.create({
    data: {
      ...{
        orgId,
        id,
        ownerId,
        teamId,
        companyId: companyIds[company],
        prospectId,
        stageId: stages[deal.stage]!,
        title,
        amount,
        currency: "EUR",
      },
      closeOn: deal.closesIn === undefined ? null : dateColumn(calendar.date(zone, deal.closesIn)),
      closeOnFrom: deal.closesIn === undefined ? null : agreed ? "said" : "guess",
      ...{ agreed, stageSince: since, createdAt },
    },
  });
  const changes = before.map((name, index) => ({
    name,
    agreed: true,
    agreement: null,
    at: calendar.ago(deal.days + (before.length - index) * 14),
  }));
  await tx.stageChange.createMany({
    data: [...changes, { name: deal.stage, agreed, agreement: agreement ?? null, at: since }].map(({ name, ...change }) => ({
      ...{ orgId, id: newId(change.at), dealId: id, stageId: stages[name]!, byId: ownerId, ...change },
    })),
  });
  return id;
}
