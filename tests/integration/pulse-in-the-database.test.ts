import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";

import { clockOf } from "#lib/follow-up/clock.ts";
import { readHistory } from "#lib/follow-up/history.ts";
import type { Touch } from "#lib/follow-up/touch.ts";
import { db } from "#lib/platform/db.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { anyTouch } from "#tests/factories/arbitraries.ts";
import { aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";
import { pulse } from "#tests/factories/touches.ts";

const hours = (count: number) => new Date(testNow.getTime() - count * 3_600_000);
const silence = fc.constantFrom("sent" as const, "sent" as const, "no_answer" as const, "bounced" as const, "out_of_office" as const);

/** Dense enough that touches share instants, and silent enough that streaks arise. */
const aTouch = fc
  .tuple(anyTouch, fc.integer({ min: 0, max: 12 }), fc.option(silence, { freq: 4 }))
  .map(([touch, ago, silent]): Touch => ({ ...touch, at: hours(ago), disposition: silent ?? touch.disposition }));

const instant = (at: number) => (at === -Infinity ? null : new Date(at));

test("the pulse counts contacts, answers and the unanswered streak as the judges do, on random histories", async () => {
  const rep = await aMember(await anOrganisation());
  const { orgId } = rep;
  let streaks = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(aTouch, { maxLength: 10 }), async (touches) => {
      const { id: prospectId } = await aProspect(rep);
      const row = ({ at, channel, direction, disposition }: Touch) => ({ at, channel, direction, disposition });
      const place = { orgId, prospectId, timeZone: "Europe/Lisbon", offerKind: "none", askSize: "none" };
      await db.touchpoint.createMany({ data: touches.map((touch) => ({ ...place, ...row(touch), id: randomUUID() })) });
      await refreshPulse(db, orgId, [prospectId]);
      const { unanswered, lastOutboundAt, lastInboundAt } = await pulse(orgId, prospectId);
      const { streak, lastOurs, lastAnswer } = readHistory(touches, [], clockOf("UTC"), testNow);
      expect([unanswered, lastOutboundAt, lastInboundAt]).toEqual([streak.count, instant(lastOurs), instant(lastAnswer)]);
      if (streak.count > 0) streaks += 1;
    }),
    { numRuns: 60 },
  );
  expect(streaks).toBeGreaterThan(8);
});
