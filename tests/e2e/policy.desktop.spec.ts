import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test("an admin changes a number, sees what that changes, publishes it, and takes it back", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/policy");
  await page.getByText("Too much and too little").click();
  const hours = page.getByRole("spinbutton", { name: "A question is left waiting after" });
  await hours.fill("0");
  await expect(page.getByText("1 number changes.")).toBeVisible();
  const why = page.getByRole("textbox", { name: "Why", exact: true });
  await why.fill("Two working days are enough");
  const publish = page.getByRole("button", { name: "Publish", exact: true });
  await publish.click();
  await expect(page.getByText("This has to be more than 0.").first()).toBeVisible();
  await expect(why).toHaveValue("Two working days are enough");

  await hours.fill("48");
  await page.reload();
  await expect(page.getByText("1 number changes.")).toBeVisible();
  await page.getByText("Too much and too little").click();
  await expect(hours).toHaveValue("48");
  await expectNoProblems(page);
  await why.fill("Two working days are enough");
  await publish.click();
  await expect(page.getByText(/judged again by version \d+/)).toBeVisible();
  await expect(page.getByText(/Version \d+, published by .* – Two working days are enough/)).toBeVisible();

  await page.getByText("Too much and too little").click();
  await page.getByRole("button", { name: /^Back to the default, 24/ }).click();
  await expect(hours).toHaveValue("24");
  await why.fill("As it was");
  await publish.click();
  await expect(page.getByText(/– As it was/)).toBeVisible();
  await page.getByText("Two working days are enough").click();
  await expect(page.getByText("A question is left waiting after 24 → 48")).toBeVisible();
  await expectNoProblems(page);
});

test("a manager reads the numbers with their sources and changes none", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto("/policy");
  await page.getByText("What a touch weighs").click();
  await expect(page.getByText(/three calls a quarter are felt like four e-mails/)).toBeVisible();
  await expect(page.getByRole("spinbutton")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /publish|again/i })).toHaveCount(0);
});
