import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";

import { suppressGroup } from "#lib/consent/suppress-group.ts";
import { standing } from "#lib/consent/standing.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { readDossier } from "#lib/scoring/queries.ts";
import { merge } from "#tests/factories/merging.ts";
import { aWelcomePlan, inDays, plan } from "#tests/factories/plans.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow, type TestProspect } from "#tests/factories/records.ts";
import { later, logged } from "#tests/factories/touches.ts";

afterAll(() => closeQueue(1));

const pairs = Number(process.env.MERGE_RUNS ?? 24);

async function aHouse() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  return { rep: await aMember(organisation), manager: await aMember(organisation, { role: "manager" }) };
}
type House = Awaited<ReturnType<typeof aHouse>>;

const guest = ({ orgId, id: prospectId }: TestProspect, now: Date) => ({
  ...{ orgId, prospectId, now },
  ...{ linkId: randomUUID(), addressSince: new Date(0) },
});
const says = (choice: unknown) => (_: House, prospect: TestProspect, now: Date) =>
  choosePreferences(guest(prospect, now), Choice.parse(choice));
const imported =
  (channel: string) =>
  async (_: House, { orgId, id: prospectId }: TestProspect, now: Date) => {
    const line = { orgId, id: randomUUID(), prospectId, channel, status: "objected", saidBy: "import", method: "import" };
    await db.consentEvent.create({ data: { ...line, effectiveFrom: now, recordedAt: now } });
  };
const save = { action: "save", rate: "any", days: [], hours: { when: "any" }, timeZone: "Europe/Lisbon" };

/** What a record may hold of wishes; several in a row are a history. */
const words: Record<string, (house: House, prospect: TestProspect, now: Date) => Promise<unknown>> = {
  "a stop": says({ action: "stop" }),
  "a stop told to a rep": ({ rep }, { id }, now) =>
    logged(rep, id, { direction: "in", disposition: "asked_to_stop", theySaid: "Stop", at: now.toISOString() }, now),
  "a pause": says({ action: "pause", for: "1-month" }),
  "a channel refused": says({ action: "stop-channel", channel: "email" }),
  "a channel allowed": says({ action: "allow-channel", channel: "email" }),
  "other ways": says({ ...save, channels: ["phone", "mail"] }),
  "all ways": says({ ...save, channels: [...Channel.options] }),
  "a topic refused": says({ action: "stop-topic", topic: "audits" }),
  "an imported no": imported("any"),
  "an imported no to e-mail": imported("email"),
  "their domain on the list": ({ manager }, { email }) =>
    suppressGroup(aContext(manager), {
      kind: "domain",
      name: email!.split("@")[1]!,
      channel: "any",
      topic: null,
      reason: "They asked for it",
    }),
};

const history = fc.array(fc.constantFrom(...Object.keys(words)), { maxLength: 3 });

const consentOf = (prospect: TestProspect, now: Date) => readDossier(db, prospect.orgId, prospect.id, { now });

/** Channels that a word of theirs, an import or the list forbids, whatever the law says. */
const forbidden = ({ ledger, terms, suppressed }: Awaited<ReturnType<typeof consentOf>>, now: Date) =>
  Channel.options.filter(
    (channel) =>
      terms?.stopped ||
      suppressed.includes(channel) ||
      (terms?.channels && !terms.channels.includes(channel)) ||
      standing(ledger, channel, now).kind === "stopped",
  );

const linesOf = async ({ orgId, id }: TestProspect) =>
  db.consentEvent.findMany({ where: { orgId, prospectId: id }, omit: { prospectId: true }, orderBy: { id: "asc" } });

/** Follow-ups on the schedule that the ledger, the list or a pause forbids. */
async function countForbidden(orgId: string): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "FollowUp" f JOIN "Prospect" p ON p."orgId" = f."orgId" AND p.id = f."prospectId"
     WHERE f."orgId" = ${orgId}::uuid AND f.state = 'scheduled'
       AND (stop_in_force(f."orgId", f."prospectId", f.channel, f.at) IS NOT NULL OR is_suppressed(f."orgId", f."prospectId", f.channel)
         OR p."pausedUntil" > f.at OR p."mergedIntoId" IS NOT NULL)`;
  return found!.count;
}

test("of two records with any history, whichever is kept, the result allows nothing that either forbade, and its ledger is both", async () => {
  const house = await aHouse();
  const { rep } = house;
  await db.valueAsset.create({
    data: { orgId: rep.orgId, id: randomUUID(), kind: "article", title: "Audits", topics: ["audits"], createdAt: testNow },
  });
  const run = async (said: [string[], string[]], plansOn: number) => {
    const halves = [
      await aProspect(rep, { email: `a@${randomUUID()}.example.com` }),
      await aProspect(rep, { email: `b@${randomUUID()}.example.org` }),
    ];
    const planned = await plan(rep, aWelcomePlan(halves[plansOn]!.id, { at: inDays(3) }));
    let now = later(60_000);
    for (const [half, mine] of said.entries())
      for (const word of mine) await words[word]!(house, halves[half]!, (now = new Date(now.getTime() + 11 * 60_000)));
    now = new Date(now.getTime() + 11 * 60_000);
    const [kept, other] = halves as [TestProspect, TestProspect];
    const before = [await consentOf(kept, now), await consentOf(other, now)];
    const lines = [...(await linesOf(kept)), ...(await linesOf(other))];

    expect(await merge(rep, kept, other, {}, now)).toMatchObject({ ok: true });
    const after = await consentOf(kept, now);
    expect(forbidden(after, now)).toEqual(expect.arrayContaining(before.flatMap((each) => forbidden(each, now))));
    expect(after.terms?.refusedTopics ?? []).toEqual(expect.arrayContaining(before.flatMap(({ terms }) => terms?.refusedTopics ?? [])));
    const pauses = before.flatMap(({ terms }) => terms?.pausedUntil ?? []);
    expect(after.terms?.pausedUntil ?? "").toBe(
      after.terms?.stopped && pauses.length === 0 ? (after.terms.pausedUntil ?? "") : (pauses.toSorted().at(-1) ?? ""),
    );
    const kept2 = (await linesOf(kept)).filter(({ method }) => method !== "merge");
    expect(kept2).toEqual(lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    const followUp = planned.ok ? await db.followUp.findFirstOrThrow({ where: { id: planned.value.id } }) : null;
    expect(followUp?.state === "scheduled" && forbidden(after, now).includes("email")).toBe(false);
  };
  await fc.assert(
    fc.asyncProperty(history, history, fc.integer({ min: 0, max: 1 }), (one, two, plansOn) => run([one, two], plansOn)),
    { numRuns: pairs, endOnFailure: true },
  );
  expect(await countForbidden(rep.orgId)).toBe(0);
}, 240_000);

type Race = { rep: Actor; kept: TestProspect; other: TestProspect };

const others: Record<string, (race: Race) => Promise<{ ok: boolean }>> = {
  "planning with the one that is folded": ({ rep, other }) => plan(rep, aWelcomePlan(other.id)),
  "planning with the one that is kept": ({ rep, kept }) => plan(rep, aWelcomePlan(kept.id, { at: inDays(1.2) })),
  "a stop on the page of the one that is folded": ({ other }) => choosePreferences(guest(other, testNow), { action: "stop" }),
  "a stop on the page of the one that is kept": ({ kept }) => choosePreferences(guest(kept, testNow), { action: "stop" }),
};

test.each(Object.keys(others))(
  "a merge against %s leaves nothing forbidden on the schedule and loses no word",
  async (name) => {
    const { rep } = await aHouse();
    const isStop = name.startsWith("a stop");
    const run = async (round: number) => {
      const [kept, other] = [await aProspect(rep), await aProspect(rep)];
      if (isStop) await plan(rep, aWelcomePlan((round % 2 ? kept : other).id));
      else
        await choosePreferences(
          guest(round % 2 ? kept : other, testNow),
          round % 3 ? { action: "stop" } : { action: "pause", for: "1-month" },
        );
      const lead = ((round * 7) % 31) - 15;
      const [merged, done] = await Promise.all([
        sleep(Math.max(0, lead)).then(() => merge(rep, kept, other)),
        sleep(Math.max(0, -lead)).then(() => others[name]!({ rep, kept, other })),
      ]);
      expect(merged).toMatchObject({ ok: true });
      const { stoppedAt } = await db.prospect.findFirstOrThrow({ where: { id: kept.id }, select: { stoppedAt: true } });
      expect(isStop && !(done.ok && stoppedAt)).toBe(false);
    };
    for (let done = 0; done < pairs; done += 4) await Promise.all([0, 1, 2, 3].map((i) => run(done + i)));
    expect(await countForbidden(rep.orgId)).toBe(0);
  },
  120_000,
);
