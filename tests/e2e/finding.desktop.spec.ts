import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test("by keys alone: a misspelt name is found and opened, a view is saved, pinned, found again, removed and taken back", async ({
  page,
}) => {
  await signIn(page, "rep");
  await page.goto("/today");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  const field = palette.getByRole("combobox");
  const open = () =>
    expect(async () => {
      if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
      await expect(field).toBeFocused({ timeout: 1_000 });
    }).toPass();
  await open();
  await expect(palette.getByRole("option", { name: "Log a touch" })).toBeVisible();
  await expectNoProblems(page);

  await page.keyboard.type("montenergo");
  const person = palette.getByRole("group", { name: "People" }).getByRole("option").first();
  await expect(person).toContainText("Montenegro");
  await expect(person).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/prospects\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Montenegro");

  await open();
  await expect(palette.getByRole("option").first()).toContainText("Log a touch with");
  await page.keyboard.type("prospects");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/prospects$/);
  await page.goto("/prospects?owner=me&sort=next&cols=company,next,added");
  await expect(page.getByRole("columnheader")).toHaveText(["Name", "Company", "Next", "Added"]);

  const name = `Mine, next ${Date.now() % 100_000}`;
  await open();
  await page.keyboard.type("save this");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  const views = page.getByRole("navigation", { name: "Saved views" });
  await expect(views.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name })).toBeVisible();
  await expectNoProblems(page);

  await page.goto("/today");
  await open();
  await page.keyboard.type(name);
  await expect(palette.getByRole("group", { name: "Views" }).getByRole("option")).toContainText(name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/owner=me&sort=next&cols=company%2Cnext%2Cadded/);

  const remove = async () => {
    await page.getByText("Change this view").click();
    await page.getByRole("button", { name: "Remove this view" }).click();
    await expect(views.getByRole("link", { name })).toBeHidden();
  };
  const inMenu = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });
  await remove();
  await page.getByRole("button", { name: "Undo" }).click();
  await inMenu.click();
  await remove();
  await expect(inMenu).toBeHidden();
});

test("what comes late does not replace what was asked since", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/today");
  await page.route("**/api/search?q=an", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue().catch(() => undefined);
  });
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await page.getByRole("button", { name: "Command palette" }).click();
  const asked = page.waitForRequest("**/api/search?q=an");
  await palette.getByRole("combobox").fill("an");
  await asked;
  await palette.getByRole("combobox").fill("montenegro");
  await expect(palette.getByRole("group", { name: "People" }).getByRole("option").first()).toContainText("Montenegro");
  await page.waitForTimeout(2_000);
  await expect(palette.getByRole("group", { name: "People" }).getByRole("option").first()).toContainText("Montenegro");
});

test("search works as a plain page, without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await signIn(page, "rep");
  await page.goto("/search");
  await page.getByRole("searchbox", { name: "Search people" }).last().fill("montenergo");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=montenergo/);
  await expect(page.getByRole("region", { name: "People" }).getByRole("link").first()).toContainText("Montenegro");
  await context.close();
});
