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
