import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";

import { query } from "#tests/e2e/prospect-link.ts";
import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";
import { emailOf } from "#tests/setup/sign-ins.ts";

const prospectId = randomUUID();
const wednesday = "2031-03-05";

test.beforeAll(async () => {
  const [member] = await query<{ orgId: string; userId: string; teamId: string }>(
    `SELECT m."orgId", m."userId", m."teamId" FROM "Member" m JOIN "User" u ON u.id = m."userId" WHERE u.email = $1`,
    [emailOf("manager")],
  );
  const { orgId, userId, teamId } = member!;
  await query(
    `INSERT INTO "Prospect" ("orgId", id, "ownerId", "teamId", name, "timeZone", country, "subscriberKind", relationship, "searchText")
     VALUES ($1, $2, $3, $4, 'Ada Planned', 'Europe/Amsterdam', 'NL', 'corporate', 'inbound', 'ada planned')`,
    [orgId, prospectId, userId, teamId],
  );
  await query(
    `WITH planned AS (SELECT gen_random_uuid() AS decision, $4::timestamptz + nr * interval '1 minute' AS at FROM generate_series(1, 60) nr),
          decided AS (
            INSERT INTO "GateDecision" ("orgId", id, "prospectId", channel, at, occasion, verdict, passed, "consentPassed", value, bar, consent, cadence, reasons, inputs, "policyVersion", "byId", "judgedAt")
            SELECT $1::uuid, decision, $2::uuid, 'email', at, 'planned', 'allow', true, true, 30, 20, 100, 50, '[]', '{}', 1, $3::uuid, now() FROM planned)
     INSERT INTO "FollowUp" ("orgId", id, "prospectId", "ownerId", channel, at, "askSize", "offerKind", "offerText", helps, state, "decisionId", "decisionPassed")
     SELECT $1::uuid, gen_random_uuid(), $2::uuid, $3::uuid, 'email', at, 'reply', 'news', 'The new norm', 'It names what the audit asks', 'scheduled', decision, true FROM planned`,
    [orgId, prospectId, userId, `${wednesday}T09:00:00Z`],
  );
});

test.afterAll(() => query(`UPDATE "FollowUp" SET state = 'cancelled', "settledAt" = now() WHERE "prospectId" = $1`, [prospectId]));

/** Moves on by Tab until a link has the focus, and presses Enter. */
async function takeByKeys(page: Page, name: RegExp | string): Promise<void> {
  const link = page.getByRole("main").getByRole("link", { name, exact: typeof name === "string" });
  await expect(link).toBeVisible();
  for (let presses = 0; presses < 400 && !(await link.evaluate((element) => element === document.activeElement)); presses += 1)
    await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
}

test("a week says what more a day has; its agenda is paged, forth and back, by keys alone", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto(`/schedule?view=week&week=${wednesday}`);
  await expect(page.locator("[data-plan]")).toHaveCount(40);
  await expectNoProblems(page);
  await takeByKeys(page, /^20 more on /);

  const rows = page.locator("main [data-row]");
  await expect(rows).toHaveCount(50);
  await expectNoProblems(page);
  await takeByKeys(page, "Next");
  await expect(rows).toHaveCount(10);
  await takeByKeys(page, "Previous");
  await expect(rows).toHaveCount(50);
  await expect(page.getByRole("link", { name: "Previous" })).toHaveCount(0);
});
