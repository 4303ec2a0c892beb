import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test("a press that comes before the page is alive is answered once it is", async ({ page }) => {
  await signIn(page, "rep");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/today", { waitUntil: "commit" });
  await page.locator("[data-open-log]:visible").first().click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  arrive();
  await expect(page.getByRole("dialog", { name: "Log a touch" })).toBeVisible();
  await page.getByLabel("In one line").fill("called");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expectNoProblems(page);
});
