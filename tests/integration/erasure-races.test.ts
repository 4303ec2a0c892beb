import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";

import type { Actor } from "#lib/platform/context.ts";
import { db, pool } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { addFact } from "#lib/prospects/add-fact.ts";
import { answerRequest } from "#lib/rights/answer-request.ts";
import { extendRequest } from "#lib/rights/extend-request.ts";
import { recordRequest } from "#lib/rights/record-request.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { logTouch } from "#lib/touches/log-touch.ts";
import { tablesHolding } from "#tests/factories/marker.ts";
import { aContext, aMember, anOrganisation, aProspect } from "#tests/factories/records.ts";
import { aLog, day, later } from "#tests/factories/touches.ts";

const value = <T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

async function anAskedErasure() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const rep = await aMember(organisation);
  const admin = await aMember(organisation, { role: "admin" });
  const prospect = await aProspect(rep);
  await recordRequest(aContext(rep), { prospectId: prospect.id, kind: "erase", cameBy: "phone", words: "Erase me" });
  const { id: requestId } = await db.dataRequest.findFirstOrThrow({ where: { prospectId: prospect.id } });
  return {
    rep,
    admin,
    prospect,
    erase: () => answerRequest(aContext(admin, later(day)), { requestId, as: "done", answer: "", sure: true, also: [] }),
  };
}

/** What colleagues do with a record at any moment, each time leaving a word of its own. */
const deeds: Record<string, (actor: Actor, prospectId: string, word: string) => Promise<unknown>> = {
  plan: (actor, prospectId, word) =>
    planFollowUp(aContext(actor), {
      plan: {
        ...{ prospectId, channel: "email", at: later(9 * day), ask: "reply", answersObjectionId: null, urgentFactId: null },
        ...{ offer: { kind: "news", assetId: null, text: `${word} changed on Monday` }, helps: "It helps them", draft: word, basis: null },
      },
      clientKey: randomUUID(),
    }),
  log: (actor, prospectId, word) => logTouch(aContext(actor), aLog(prospectId, { body: word })),
  "add a fact": (actor, prospectId, word) =>
    addFact(aContext(actor), { prospectId, label: "Likes", value: word, origin: "told_us", originNote: null, onDay: null } as never),
};

describe("an erasure meets a colleague", () => {
  test.each(Object.entries(deeds))("who is about to %s: nothing stays, whoever is first", async (_name, deed) => {
    for (let round = 0; round < 10; round += 1) {
      const { rep, prospect, erase } = await anAskedErasure();
      const word = `zq8${randomUUID().slice(0, 8)}`;
      const both = [() => deed(rep, prospect.id, word), erase];
      const [one, other] = round % 2 ? both : both.toReversed();
      await Promise.all([one!(), other!()]);
      expect((await db.prospect.findFirstOrThrow({ where: { id: prospect.id } })).erasedAt).not.toBeNull();
      expect(await tablesHolding(word)).toEqual([]);
      expect(await db.followUp.count({ where: { prospectId: prospect.id, state: { in: ["scheduled", "held"] } } })).toBe(0);
    }
  });

  test("in an import or a script that wrote without asking: it waits, and the database refuses it", async () => {
    const { prospect, erase } = await anAskedErasure();
    const client = await pool.connect();
    await client.query("BEGIN");
    const row = [prospect.orgId, randomUUID(), prospect.id, "zq9late"];
    const insert = `INSERT INTO "Fact" ("orgId", id, "prospectId", label, value, origin) VALUES ($1, $2, $3, 'x', $4, 'told_us')`;
    await client.query(insert, row);
    const erasing = erase(); // waits for the row that is being written, and takes it along
    await new Promise((resolve) => setTimeout(resolve, 200));
    await client.query("COMMIT");
    expect(await erasing).toMatchObject({ ok: true });
    expect(await tablesHolding("zq9late")).toEqual([]);
    await expect(client.query(insert, [row[0], randomUUID(), row[2], row[3]])).rejects.toMatchObject({ constraint: "Prospect_erased" });
    client.release();
  });
});

test("an erasure and the answer to another request of theirs do not wait for each other", async () => {
  const { rep, admin, prospect, erase } = await anAskedErasure();
  const { id: requestId } = value(
    await recordRequest(aContext(rep), { prospectId: prospect.id, kind: "export", cameBy: "mail", words: "Send it" }),
  );
  const others = [
    () => answerRequest(aContext(admin, later(day)), { requestId, as: "refused", ground: "excessive", answer: "You had it an hour ago." }),
    () => extendRequest(aContext(admin, later(day)), { requestId, because: "There is much of it to look through" }),
  ];
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query(`SELECT FROM "Prospect" WHERE id = $1 FOR UPDATE`, [prospect.id]);
  const answers = [];
  for (const answer of [erase, ...others]) {
    answers.push(answer()); // each stands in line behind the one before
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await client.query("COMMIT");
  client.release();
  expect(await Promise.all(answers)).toMatchObject([{ ok: true }, { problem: { code: "conflict" } }, { problem: { code: "conflict" } }]);
});

describe("the append-only tables", () => {
  const rewrites = [
    `UPDATE "ConsentEvent" SET status = 'express' WHERE "prospectId" = $1`,
    `UPDATE "ConsentEvent" SET wording = NULL, evidence = NULL, channel = 'email' WHERE "prospectId" = $1`,
    `UPDATE "ConsentEvent" SET evidence = 'other' WHERE "prospectId" = $1`,
    `DELETE FROM "ConsentEvent" WHERE "prospectId" = $1`,
    `UPDATE "Event" SET kind = 'other' WHERE "prospectId" = $1`,
    `DELETE FROM "Event" WHERE "prospectId" = $1`,
    `UPDATE "GateDecision" SET verdict = 'allow' WHERE "prospectId" = $1`,
    `UPDATE "Prospect" SET name = 'Ana' WHERE id = $1`,
    `UPDATE "Prospect" SET "erasedAt" = NULL WHERE id = $1`,
    `UPDATE "DataRequest" SET state = 'open', "answeredAt" = NULL WHERE "prospectId" = $1`,
  ];

  test("take no rewrite but the erasure's own, before it or after", async () => {
    const { rep, prospect, erase } = await anAskedErasure();
    await deeds.plan!(rep, prospect.id, "a plan");
    const words = `UPDATE "ConsentEvent" SET wording = NULL, evidence = NULL, "contactPointId" = NULL WHERE "prospectId" = $1`;
    await expect(pool.query(words, [prospect.id])).rejects.toThrow("append-only");
    await expect(pool.query(`UPDATE "Event" SET data = '{}' WHERE "prospectId" = $1`, [prospect.id])).rejects.toThrow("append-only");
    await erase();
    for (const sql of rewrites) await expect(pool.query(sql, [prospect.id])).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
  });
});
