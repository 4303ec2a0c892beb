import { expect, type Page, test } from "@playwright/test";

import { aLinkOf, query } from "#tests/e2e/prospect-link.ts";
import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

// C3, from the demo's story: she asked for a call after her audit, and would now rather have a month of quiet
const name = "Priyanka Venkataraghavan";

const planned = (page: Page) => page.locator("[data-row]", { hasText: name }).filter({ hasText: "Welcome" });

test("chill for a beat: one press on their phone, and nobody has them on the schedule", async ({ browser, page }) => {
  await signIn(page, "rep");
  const { path, prospectId } = await aLinkOf(name);
  const [plan] = await query<{ day: string }>(
    `SELECT at::date::text AS day FROM "FollowUp" WHERE "prospectId" = $1 AND state = 'scheduled'`,
    [prospectId],
  );
  const week = `/schedule?week=${plan!.day}`;
  await page.goto(week);
  await expect(planned(page)).toHaveCount(1);

  const phone = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  const theirs = await phone.newPage();
  await theirs.goto(path);
  await theirs.getByRole("button", { name: /month/i }).click();
  await expect(theirs.getByRole("main")).toContainText(/quiet until/i);
  await phone.close();

  await page.goto(week);
  await expect(planned(page)).toHaveCount(0);
  await expect(page.locator("[data-row]", { hasText: name })).toContainText("They asked for a pause");

  await page.getByRole("link", { name: /^Notices, \d+ unread$/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Priyanka asked for a pause until" })).toContainText("was taken off");
  await expectNoProblems(page);
  await page.getByRole("link", { name: /^Priyanka asked for a pause/ }).click();
  await expect(page.locator(".agreement")).toContainText(/Priyanka asked on \d/);

  await page.goto("/today");
  await expect(page.getByRole("region", { name: "Before you start" })).toContainText("Priyanka asked for a pause");
  await expect(page.getByRole("region", { name: /^Due/ }).getByText(name)).toHaveCount(0);

  await signIn(page, "manager");
  await page.goto("/overview");
  await expect(
    page
      .getByRole("region", { name: /^Asked for calm/ })
      .getByRole("listitem")
      .filter({ hasText: name }),
  ).toContainText("Quiet until");
  await expectNoProblems(page);
});
