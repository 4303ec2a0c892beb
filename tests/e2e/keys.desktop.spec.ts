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

test("the list of keys names what exists for this member, and what a summary opened is closed by Escape", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/prospects");
  const keys = page.getByRole("dialog", { name: "All keys" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(keys).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(keys.getByText("Library")).toBeVisible();
  await expect(keys.getByText("Overview")).toHaveCount(0);
  await expect(keys.getByText("undefined")).toHaveCount(0);
  await page.keyboard.press("Escape");

  const view = page.locator("details.popped", { hasText: "Columns" });
  await view.locator("summary").click();
  await expect(view).toHaveAttribute("open");
  await page.keyboard.press("Escape");
  await expect(view).not.toHaveAttribute("open");
  await expect(view.locator("summary")).toBeFocused();
});
