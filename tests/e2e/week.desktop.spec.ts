import { expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

const words = /Welcome|Too soon|Bring more|Not allowed|Not at this time|Fine, confirm/;

/** The next week in which something of the rep's own is planned, in the week view. */
async function openWeek(page: Page): Promise<void> {
  await page.goto("/schedule?view=week");
  for (let weeks = 0; weeks < 4 && (await page.locator("[data-plan]:not(.held)").count()) === 0; weeks += 1) {
    await page.getByRole("link", { name: "Week after" }).click();
    await page.waitForURL(/week=/);
    await page.waitForLoadState("networkidle");
  }
}

test("a plan is dragged to another hour: judged on the way, decided on landing, and taken back", async ({ page }) => {
  await signIn(page, "rep");
  await openWeek(page);
  const id = await page.locator("[data-plan]:not(.held)").last().getAttribute("data-plan");
  const card = page.locator(`[data-plan="${id}"]`);
  const slot = await page.locator("td[data-slot]").filter({ has: card }).getAttribute("data-slot");
  const [day, hour] = slot!.split(":").map(Number);
  const later = page.locator(`[data-slot="${day}:${hour! < 17 ? hour! + 1 : hour! - 1}"]`);
  const ghost = page.locator(".week-ghost");

  await expect(async () => {
    const [from, to] = [(await card.boundingBox())!, (await later.boundingBox())!];
    await page.mouse.move(from.x + from.width - 12, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 6 });
    await expect(ghost).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(ghost.getByText(words)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: words })).toHaveCount(1);
  const isWelcome = (await ghost.getByText("Welcome").count()) > 0;
  await page.mouse.up();

  if (isWelcome) {
    await expect(later.locator(`[data-plan="${id}"]`)).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText(/^Back on/)).toBeVisible();
  } else await expect(page.getByText(/^It stays where it was\./)).toBeVisible();
  await expect(page.locator(`[data-slot="${slot}"] [data-plan="${id}"]`)).toBeVisible();
  await expectNoProblems(page);
});

test("arrow keys move a plan with the same words, and Escape leaves it where it was", async ({ page }) => {
  await signIn(page, "rep");
  await openWeek(page);
  const link = page.locator("[data-plan]:not(.held) a").first();
  const aimed = page.locator("td.aimed");
  await expect(async () => {
    await link.focus();
    await page.keyboard.press("ArrowDown");
    await expect(aimed).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  await expect(aimed.getByText(words)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: words })).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(aimed).toHaveCount(0);
  await expect(link).toBeFocused();
});
