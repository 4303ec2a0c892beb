import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

const pages = [
  "/today",
  "/prospects",
  "/prospects/new",
  "/companies",
  "/companies/new",
  "/deals",
  "/deals?view=table",
  "/deals/new",
  "/schedule",
  "/library",
  "/library/templates",
  "/library/templates/new",
  "/import",
  "/notices",
  "/search?q=the",
  "/settings",
  "/schedule?view=week",
];

for (const path of pages)
  for (const colorScheme of ["light", "dark"] as const)
    test(`${path} in ${colorScheme}: one heading, nothing cut off, no complaint`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await signIn(page, "rep");
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await expectNoProblems(page);
    });

for (const tab of ["timeline", "plan", "facts"])
  test(`a record's ${tab}: one heading, nothing cut off, no complaint`, async ({ page }) => {
    await signIn(page, "rep");
    await page.goto("/today");
    const address = await page.locator("[data-row] a").first().getAttribute("href");
    await page.goto(`${address!.split("?")[0]}?tab=${tab}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expectNoProblems(page);
  });

test("a rep finds neither the overview nor the policy, the people, the outbox or the data requests", async ({ page }) => {
  await signIn(page, "rep");
  for (const path of ["/overview", "/policy", "/people", "/outbox", "/requests"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
  }
});
