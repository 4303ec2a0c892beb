import { expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

const columnOf = (page: Page, title: string) =>
  page.getByRole("region").filter({ has: page.getByRole("heading", { level: 3, name: title }) });

async function openDeal(page: Page): Promise<string> {
  const title = `Board journey ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/today");
  const address = await page.locator("[data-row] a").first().getAttribute("href");
  await page.goto(`/deals/new?prospectId=${/[0-9a-f-]{36}/.exec(address!)![0]}`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Open this deal" }).click();
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  await page.goto("/deals?owner=me");
  return title;
}

test("a deal is moved by keys: it asks what both agreed, asks for their date, and the move is taken back", async ({ page }) => {
  await signIn(page, "rep");
  const title = await openDeal(page);
  const card = page.getByRole("link", { name: title, exact: true });
  const first = await columnOf(page, title).getByRole("heading", { level: 2 }).textContent();
  const dialog = page.getByRole("dialog", { name: `Move ${title}` });

  await expect(async () => {
    await card.focus();
    await page.keyboard.press("]");
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByText("Say whether they agreed, or we hope so.").first()).toBeVisible();
  await dialog.getByText("They agreed", { exact: true }).click();
  await dialog.getByLabel("What did you both agree?").fill("She sends the site list by Tuesday");
  await dialog.getByLabel("They decide by").fill("2027-03-12");
  await dialog.getByLabel("Where that comes from").selectOption("They said so");
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog).toBeHidden();
  await expect(columnOf(page, title).getByRole("heading", { level: 2 })).not.toHaveText(first!);
  await expect(columnOf(page, title).getByText("12 Mar 2027, they said so")).toBeVisible();
  await expectNoProblems(page);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back.")).toBeVisible();
  await expect(columnOf(page, title).getByRole("heading", { level: 2 })).toContainText(first!.split(" ")[0]!);
});

test("a dropped card asks before it moves", async ({ page }) => {
  await signIn(page, "rep");
  const title = await openDeal(page);
  const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: title }) });
  const columns = page.locator("section[data-column]");
  const target = (await columns.nth(1).boundingBox())!;
  const dialog = page.getByRole("dialog", { name: `Move ${title}` });
  await expect(async () => {
    const from = (await card.boundingBox())!;
    await page.mouse.move(from.x + 40, from.y + from.height - 60);
    await page.mouse.down();
    await page.mouse.move(target.x + 60, target.y + 120, { steps: 8 });
    await page.mouse.up();
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(dialog.getByLabel("To")).toHaveValue((await columns.nth(1).getAttribute("data-column"))!);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(columns.first().getByRole("heading", { name: title })).toBeVisible();
});
