import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { GET } from "#app/calendar/[token]/feed.ics/route.ts";
import { db } from "#lib/platform/db.ts";
import { findMoments } from "#lib/prospects/moment-queries.ts";
import { findLookalikes } from "#lib/prospects/merge-queries.ts";
import { makeCalendarLink } from "#lib/schedule/make-calendar-link.ts";
import { findByWords } from "#lib/search/queries.ts";
import { findRecords, References } from "#lib/search/record-queries.ts";
import { Group } from "#lib/search/search.ts";
import { findToday } from "#lib/today/queries.ts";
import { findSuggestions } from "#lib/today/suggestion-queries.ts";
import { findReach } from "#lib/touches/find-reach.ts";
import { ComposerQuery, findForComposer } from "#lib/value/template-queries.ts";
import { listViews } from "#lib/views/queries.ts";
import { aContext, aMember, testNow } from "#tests/factories/records.ts";
import { aFullPage, everyRow } from "#tests/factories/prospect-page.ts";

// the feed is read by the clock on the wall
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: testNow }));
afterEach(() => void vi.useRealTimers());

test("a hundred readings of everything a desk or a calendar asks for change no row, and a colleague's feed holds none of one's plans", async () => {
  const { rep, prospect, followUpId } = await aFullPage();
  const colleague = await aMember({ id: rep.orgId }, { team: { id: rep.teamId } });
  const made = await Promise.all([rep, colleague].map((actor) => makeCalendarLink(aContext(actor))));
  const [own, other] = made.map((outcome) => (outcome.ok ? outcome.value.path.split("/")[2]! : ""));
  const fed = async (token: string, method = "GET") => {
    const answer = await GET(new Request(`https://crm.example.com/calendar/${token}/feed.ics`, { method }), {
      params: Promise.resolve({ token }),
    });
    return answer.text();
  };
  const context = aContext(rep);
  const before = await everyRow();
  for (let round = 0; round < 100; round += 1) {
    await fed(own!, round % 2 ? "GET" : "HEAD");
    await fed(other!);
    await findSuggestions(context, { people: [prospect.id, randomUUID()] });
    await findReach(context, prospect.id, followUpId);
    await findByWords(context, "ana montengro", Group.options, { size: 5, ownFirst: true });
    await findRecords(rep, References.parse(`people:${prospect.id}`));
    await findForComposer(rep, ComposerQuery.parse({ prospectId: prospect.id }));
    await findMoments(context, prospect.id);
    await findLookalikes(rep, prospect.id);
    await findToday(context);
    await listViews(rep);
  }
  // how often somebody asked is counted, and nothing else
  await db.rateLimit.deleteMany();
  const [then, now] = [before, await everyRow()].map((rows) => rows.split("\n").filter((row) => !row.startsWith("RateLimit ")));
  expect(now).toEqual(then);
  expect(await fed(own!)).toContain(followUpId);
  expect(await fed(other!)).not.toContain("VEVENT");
});
