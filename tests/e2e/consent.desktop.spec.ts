import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test("an admin reads the law with its sources, makes a rule stricter, sees it in force, and takes it back", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/law");
  await expect(page.getByText("Not legal advice.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /Corporate TPS.*2 numbers/ })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /United States: National Do Not Call Registry.*not checked/ })).toBeVisible();

  const rule = page.locator("details.numbers#DE-02");
  await rule.getByText("Germany, calls to businesses").click();
  await expect(rule.getByText(/UWG §§ 7, 7a/)).toBeVisible();
  await rule.getByText("Set it differently here").click();
  await rule.getByLabel("Weekdays").fill("8-20");
  await rule.getByLabel("Why").fill("Their branch opens at eight in the morning");
  await rule.getByRole("button", { name: "Put it in force" }).click();
  await expect(rule.getByText(/looser than the law as it was read: hours/)).toBeVisible();
  await rule.getByLabel("Weekdays").fill("10-12");
  await rule.getByRole("button", { name: "Put it in force" }).click();
  await expect(page.getByText("The rule is in force.")).toBeVisible();
  await expect(rule.getByText("stricter here")).toBeVisible();
  await expectNoProblems(page);

  const history = page.getByRole("region", { name: "What was set differently here" });
  await expect(history.getByText(/weekdays 10–12/)).toBeVisible();
  await rule.getByText("Set it differently here").click();
  await rule.getByLabel(/Take our own version back/).check();
  await rule.getByLabel("Why").fill("As the law has it");
  await rule.getByRole("button", { name: "Put it in force" }).click();
  await expect(history.getByText(/as it was read again/)).toBeVisible();
  await expect(rule.getByText("stricter here")).toHaveCount(0);
});

test("an admin brings a registry in, and is told what was read", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/law");
  await page.getByLabel("Registry").selectOption("AU-DNCR");
  await page
    .getByLabel("File, one number a line")
    .setInputFiles({ name: "dncr.txt", mimeType: "text/plain", buffer: Buffer.from("02 5550 1234\nhello 12\n") });
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByText("A line is no phone number of that country").first()).toBeVisible();
  const numbers = Array.from({ length: 120 }, (_, i) => `02 5550 ${1000 + i}`).join("\n");
  await page
    .getByLabel("File, one number a line")
    .setInputFiles({ name: "dncr.txt", mimeType: "text/plain", buffer: Buffer.from(`${numbers}\nhello 12\n`) });
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByText("120 numbers are in force; 1 line was no number of that country.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /Australia: Do Not Call Register.*0 days old/ })).toBeVisible();
});

test("a manager leaves a company alone with a reason, and takes it off with another; a rep finds neither page", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto("/suppressions");
  await expect(page.getByText("kuehlhaus-nord.example")).toBeVisible();
  await page.getByLabel("Domain or name").fill("co.uk");
  await page.getByLabel("Why").last().fill("They asked us to");
  await page.getByRole("button", { name: "Put it on the list" }).click();
  await expect(page.getByText("This is not a domain; example.com is.").first()).toBeVisible();
  await page.getByLabel("Domain or name").fill("quiet.example.org");
  await page.getByRole("button", { name: "Put it on the list" }).click();
  const entry = page.getByRole("listitem").filter({ hasText: "quiet.example.org" });
  await expect(entry.first()).toBeVisible();
  await expectNoProblems(page);
  await entry.first().getByText("Take it off").first().click();
  await entry.first().getByLabel("Why").fill("They wrote to us again");
  await entry.first().getByRole("button", { name: "Take it off" }).click();
  await page.getByRole("link", { name: "Taken off" }).click();
  await expect(page.getByText(/They wrote to us again/)).toBeVisible();

  await signIn(page, "rep");
  for (const path of ["/law", "/suppressions"]) expect((await page.goto(path))?.status()).toBe(404);
});

test("a rep reads what may be done and why, as of today and as of a day before anything was known", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/prospects?state=ends-soon");
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("link", { name: "Every line of evidence, and as of any day" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /What we may do with/ })).toBeVisible();
  await expect(page.getByText(/Runs out on/).first()).toBeVisible();
  await expect(page.getByText(/Recorded on/).first()).toBeVisible();
  await expectNoProblems(page);
  await page.getByLabel("As of").fill("2025-01-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("As it stood at the end of 1 January 2025")).toBeVisible();
  await expect(page.getByText("Nothing was recorded by then.")).toBeVisible();
  await expect(page.getByText(/Recorded on/)).toHaveCount(0);
});
