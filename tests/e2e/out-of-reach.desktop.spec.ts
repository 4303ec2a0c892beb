import { expect, test } from "@playwright/test";

import { signIn } from "#tests/e2e/sign-in.ts";

test("out of reach, a name in the line is sought on the page, and a touch with nobody stays in the sheet", async ({ page, context }) => {
  await signIn(page, "rep");
  await page.goto("/today");
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await expect(page.getByRole("dialog", { name: "Log a touch" })).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel("In one line").fill("called Zebulon, no answer");
  await expect(page.getByText("Nobody found: Zebulon")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("nobody on this page has that name")).toBeVisible();
  await expect(page.getByText("to be sent")).toHaveCount(0);
  const someone = await page
    .locator("main [data-row][data-prospect-name], main [data-prospect-name]")
    .first()
    .getAttribute("data-prospect-name");
  await page.getByLabel("In one line").fill(`called ${someone}, no answer`);
  await expect(page.getByLabel("Who", { exact: true })).toHaveValue(new RegExp(`^${someone}`));
  await page.getByLabel("In one line").fill("");
  await context.setOffline(false);
});

test.describe("on a device that keeps no code", () => {
  test.use({ serviceWorkers: "block" });

  test("a dialog whose code cannot be fetched says so, and opens at the next press", async ({ page }) => {
    await signIn(page, "rep");
    await page.goto("/settings");
    await page.route("**/_next/static/**", (route) => route.abort());
    const open = page.getByRole("button", { name: "Command palette" });
    await open.click();
    await expect(page.getByText("The server could not be reached. Try again.")).toBeVisible();
    await page.unroute("**/_next/static/**");
    await open.click();
    await expect(page.getByRole("dialog", { name: "Command palette" })).toBeVisible();
  });
});
