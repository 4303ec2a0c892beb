import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

const csv = ["First Name;Last Name;E-mail;Phone", `Vera;Nooteboom;vera.${Date.now().toString(36)}@nooteboom.example;12345`].join("\n");

test("a number without country leads to where the country is chosen", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/import");
  await page.locator("input[type=file]").setInputFiles({ name: "numbers.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByLabel("Where do these people come from?").fill("Trade fair in Utrecht");
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.getByRole("link", { name: "Choose the country of such numbers" }).click();
  const country = page.getByLabel("Country of phone numbers without one");
  await expect(country).toBeInViewport();
  await expectNoProblems(page);
});
