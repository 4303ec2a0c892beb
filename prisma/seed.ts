// The demo's organisation. Runs at every `npm run demo` and writes only what is not there yet: first the records in one transaction, then what people
// chose and planned, through the use cases. A mark in the event stream says that the story was told to its end; from then on the data is the user's.
import { db, pool, type Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { measureReps } from "#lib/insight/measure-reps.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { countReceptions } from "#lib/value/count-receptions.ts";
import { assets, type AssetIds, seedAssets } from "#prisma/seed/assets.ts";
import { seedCompanies } from "#prisma/seed/companies.ts";
import { seedConsent } from "#prisma/seed/consent.ts";
import { crowd } from "#prisma/seed/crowd.ts";
import { ensureDemoLink } from "#prisma/seed/demo-link.ts";
import { findStaff, organisationName, seedPeople, type Staff } from "#prisma/seed/people.ts";
import { play } from "#prisma/seed/play.ts";
import { seedProspect } from "#prisma/seed/prospects.ts";
import { seedRequests } from "#prisma/seed/requests.ts";
import { type Calendar, calendar } from "#prisma/seed/shape.ts";
import { joost } from "#prisma/seed/story-joost.ts";
import { story } from "#prisma/seed/story-maya.ts";
import { overseas } from "#prisma/seed/story-overseas.ts";
import { seedTemplates } from "#prisma/seed/templates.ts";

const everyone = [...story, ...overseas, ...joost, ...crowd];
const told = "demo.seeded";

async function seed(now: Date): Promise<void> {
  const days = calendar(now);
  const there = await db.organisation.findFirst({ where: { name: organisationName }, select: { id: true } });
  if (!there) await db.$transaction((tx) => seedRecords(tx, days), { timeout: 120_000 });
  const { id: orgId } = there ?? (await db.organisation.findFirstOrThrow({ where: { name: organisationName }, select: { id: true } }));
  if (!(await db.event.findFirst({ where: { orgId, kind: told }, select: { id: true } }))) await playAll(await findStaff(orgId), days, now);
  await countReceptions(orgId);
  await measureReps(orgId, now);
  await ensureDemoLink(orgId, story[0]!.name, now);
}

async function seedRecords(tx: Tx, days: Calendar): Promise<void> {
  const since = days.ago(200);
  const staff = await seedPeople(tx, since);
  const scene = {
    tx,
    staff,
    calendar: days,
    assets: await seedAssets(tx, staff, since),
    companyIds: await seedCompanies(tx, staff, since),
  };
  await seedTemplates(tx, staff, since);
  const ids: string[] = [];
  for (const person of everyone) ids.push(await seedProspect(scene, person));
  await refreshPulse(tx, staff.orgId, ids);
}

async function playAll(staff: Staff, days: Calendar, now: Date): Promise<void> {
  const { orgId } = staff;
  const stage = { staff, calendar: days, assets: await findAssets(orgId) };
  const ids = new Map(
    (await db.prospect.findMany({ where: { orgId }, select: { id: true, name: true } })).map(({ id, name }) => [name, id]),
  );
  const { hashSalt } = await db.organisation.findUniqueOrThrow({ where: { id: orgId }, select: { hashSalt: true } });
  await seedConsent(staff, days, hashSalt);
  for (const person of everyone) await play(stage, person, ids.get(person.name)!);
  await seedRequests(stage, ids, now);
  await db.event.create({ data: { orgId, id: newId(now), kind: told, at: now, data: {} }, select: { id: true } });
}

async function findAssets(orgId: string): Promise<AssetIds> {
  const rows = await db.valueAsset.findMany({ where: { orgId }, select: { id: true, title: true } });
  const idOf = (title: string) => rows.find((row) => row.title === title)!.id;
  return Object.fromEntries(Object.entries(assets).map(([key, [, title]]) => [key, idOf(title)])) as AssetIds;
}

await seed(new Date())
  .finally(() => closeQueue(1))
  .finally(() => pool.end());
