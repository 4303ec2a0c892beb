import { expect, test } from "@playwright/test";

import { signIn } from "#tests/e2e/sign-in.ts";

test("the desk is worked by keys alone", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/today");
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[data-row]:focus-within")).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press("l");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await page.locator("body").click({ position: { x: 640, y: 90 } });
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/prospects\//);
});
