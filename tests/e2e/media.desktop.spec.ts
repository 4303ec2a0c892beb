import { expect, type Page, test } from "@playwright/test";

import { signIn } from "#tests/e2e/sign-in.ts";

async function openRecord(page: Page) {
  await page.goto("/prospects");
  const address = await page.locator("tbody th a").first().getAttribute("href");
  await page.goto(address!);
}

test("on paper a record and the schedule are what they say, without the frame", async ({ page }) => {
  await signIn(page, "rep");
  await page.emulateMedia({ media: "print" });
  await openRecord(page);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator(".events")).toBeVisible();
  for (const frame of [".rail", ".top", ".pane", ".filters"]) await expect(page.locator(frame).first()).toBeHidden();
  await page.goto("/schedule");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".rail")).toBeHidden();
});

test("where the system sets the colours, what is chosen is told apart and what is drawn is seen", async ({ page }) => {
  await signIn(page, "rep");
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await page.goto("/deals");
  const ground = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await ground(".rail-item[aria-current]")).not.toBe(await ground(".rail-item:not([aria-current])"));
  expect(await ground(".views [aria-current]")).not.toBe(await ground(".views .btn:not([aria-current])"));
  expect(await ground(".age-bar i")).not.toBe(await ground(".card"));
});

test("at twice the size everything is still reached", async ({ page }) => {
  await signIn(page, "rep");
  await page.setViewportSize({ width: 640, height: 400 });
  await openRecord(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  await page.getByRole("link", { name: "Plan", exact: true }).first().click();
  // the foot of the form does not take half of what is left
  await expect(page.locator(".pane-foot").first()).toHaveCSS("position", "static");
  await page.locator(".tabbar").getByRole("button", { name: "Log" }).click();
  const log = page.getByRole("dialog", { name: "Log a touch" });
  await log.getByLabel("Note").scrollIntoViewIfNeeded();
  await expect(log.getByLabel("Note")).toBeInViewport();
  await expect(log.getByRole("button", { name: "Log", exact: true })).toBeInViewport();
});
