import { expect, test } from "vitest";

import { ok } from "#lib/outcome.ts";
import { orBusy } from "#lib/platform/contention.ts";
import { db } from "#lib/platform/db.ts";
import { aMember, anOrganisation, aProspect } from "#tests/factories/records.ts";

/** Takes one after the other, the first of them before anybody takes a second. */
function inTurn([first, second]: [string, string], reached: () => Promise<void>, bySql: boolean) {
  return orBusy(() =>
    db.$transaction(async (tx) => {
      const take = (id: string) =>
        bySql
          ? tx.$queryRaw`SELECT id FROM "Prospect" WHERE id = ${id}::uuid FOR UPDATE`
          : tx.prospect.updateMany({ where: { id }, data: { jobTitle: "Held" } });
      await take(first);
      await reached();
      await take(second);
      return ok(null);
    }),
  );
}

test.each([true, false])(
  "of two that wait for each other one is told to try again, whoever asked the database (by SQL: %s)",
  async (bySql) => {
    const rep = await aMember(await anOrganisation());
    const [one, other] = [await aProspect(rep), await aProspect(rep)];
    let waiting = 0;
    let go = () => {};
    const both = new Promise<void>((resolve) => (go = resolve));
    const reached = () => {
      waiting += 1;
      if (waiting === 2) go();
      return both;
    };
    const outcomes = await Promise.all([inTurn([one.id, other.id], reached, bySql), inTurn([other.id, one.id], reached, bySql)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([{ ok: false, problem: { code: "busy" } }]);
  },
);
