import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";

import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { standing, stoppedAltogether } from "#lib/consent/standing.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { aHistory } from "#tests/factories/histories.ts";
import { aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

/** A decision that passed, as an attacker or a faulty job might write it: only the ledger is left to refuse the follow-up. */
async function aPassingDecision({ orgId }: Actor, prospectId: string, channel: string, at: Date): Promise<string> {
  const id = randomUUID();
  const scores = { value: 50, bar: 20, consent: 100, cadence: 80, policyVersion: 1 };
  const words = { occasion: "planned", verdict: "allow", passed: true, consentPassed: true, reasons: [], inputs: {}, judgedAt: testNow };
  await db.gateDecision.create({ data: { orgId, id, prospectId, channel, at, ...scores, ...words } });
  return id;
}

async function schedule(actor: Actor, prospectId: string, channel: string, at: Date): Promise<"scheduled" | "refused"> {
  const decisionId = await aPassingDecision(actor, prospectId, channel, at);
  const id = randomUUID();
  const row = {
    orgId: actor.orgId,
    id,
    prospectId,
    ownerId: actor.userId,
    channel,
    at,
    askSize: "none",
    offerKind: "news",
    helps: "It helps",
  };
  try {
    await db.followUp.create({ data: { ...row, state: "scheduled", decisionId, decisionPassed: true }, select: { id: true } });
    return "scheduled";
  } catch (error) {
    if (String(error).includes("FollowUp_after_stop")) return "refused";
    throw error;
  }
}

const keep = (orgId: string, prospectId: string, entries: ConsentEntry[]) =>
  db.consentEvent.createMany({ data: entries.map((entry) => ({ ...entry, id: randomUUID(), orgId, prospectId, method: "other" })) });

test("the database refuses a follow-up exactly when the ledger's standing is a stop, on random histories", async () => {
  const rep = await aMember(await anOrganisation());
  const seen = { scheduled: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(aHistory(testNow, 6), async (entries) => {
      const { id } = await aProspect(rep);
      await keep(rep.orgId, id, entries);
      for (const channel of ["email", "phone"] as const) {
        const answer = await schedule(rep, id, channel, testNow);
        expect(answer).toBe(standing(entries, channel, testNow).kind === "stopped" ? "refused" : "scheduled");
        seen[answer] += 1;
      }
    }),
    { numRuns: 150 },
  );
  expect(Math.min(seen.scheduled, seen.refused)).toBeGreaterThan(30);
});

test("the pulse of a record says stopped exactly when everything is, on random histories", async () => {
  const rep = await aMember(await anOrganisation());
  const now = new Date();
  await fc.assert(
    fc.asyncProperty(aHistory(now, 6), async (entries) => {
      // a yes may not run out between this clock and the database's
      const lasting = entries.map((entry) => ({
        ...entry,
        effectiveTo: entry.effectiveTo && entry.effectiveTo > now ? null : entry.effectiveTo,
      }));
      const { id } = await aProspect(rep);
      await keep(rep.orgId, id, lasting);
      await refreshPulse(db, rep.orgId, [id]);
      const { stoppedAt } = await db.prospect.findFirstOrThrow({ where: { orgId: rep.orgId, id }, select: { stoppedAt: true } });
      expect(stoppedAt !== null).toBe(stoppedAltogether(lasting, now) !== null);
    }),
    { numRuns: 100 },
  );
});

test("what is overdue is not let in by a stop that came after its day", async () => {
  const rep = await aMember(await anOrganisation());
  const { id } = await aProspect(rep);
  const stop = { channel: "any", status: "objected", basis: null, saidBy: "person", effectiveTo: null } as const;
  await keep(rep.orgId, id, [{ ...stop, id: "", effectiveFrom: testNow }]);
  expect(await schedule(rep, id, "email", new Date(testNow.getTime() - 86_400_000))).toBe("refused");
});
