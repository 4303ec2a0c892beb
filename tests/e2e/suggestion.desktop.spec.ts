import { expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test.describe.configure({ mode: "serial" });

// a name of this run alone, so that a second run on the same records tells its own story
const name = `Iduna Bakkevold ${Date.now().toString(36)}`;

const pane = (page: Page) => page.getByRole("complementary", { name: "Plan a follow-up" });
const plan = (page: Page, label: string) => pane(page).getByLabel(label, { exact: true });
const suggested = (page: Page) => pane(page).getByRole("region", { name: "Suggested next" });
const verdict = (page: Page) => page.getByRole("region", { name: /^Balance/ }).getByRole("heading", { level: 3 });
const schedule = (page: Page) => page.getByRole("button", { name: "Schedule", exact: true }).click();

async function open(page: Page) {
  await signIn(page, "rep");
  await page.goto(`/prospects?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** YYYY-MM-DD of a day from today on. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a new record says what to settle first; settled, the suggestion is one press from the schedule", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/prospects/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail", { exact: true }).fill(`iduna.${Date.now().toString(36)}@bakkevold.example`);
  await page.getByLabel("Country").selectOption("NL");
  await page.getByLabel("Where do you have this from?").fill("She asked us at a fair");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();

  await expect(suggested(page)).toContainText("Settle one thing first");
  await expectNoProblems(page);
  await suggested(page).getByRole("button", { name: "State why we may" }).click();
  await expect(plan(page, "Why we may")).toBeFocused();
  await plan(page, "Why we may").selectOption("inquiry");
  await plan(page, "How we know").fill("She asked at the fair in Bergen");
  await expect(verdict(page)).toHaveText("Welcome");

  const helps = await plan(page, "Helps them").inputValue();
  await plan(page, "Helps them").fill("She sees which of her rooms the new audit rule touches");
  await page.getByRole("heading", { name, level: 1 }).click();
  await page.keyboard.press("u");
  await expect(plan(page, "Helps them")).toHaveValue(helps);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(plan(page, "Helps them")).toHaveValue(/which of her rooms/);
  await expect(plan(page, "How we know")).toHaveValue("She asked at the fair in Bergen");
  await suggested(page).getByRole("button", { name: "Use this" }).click();
  await schedule(page);
  await expect(page.getByText("Scheduled.")).toBeVisible();
  await expect(suggested(page)).toContainText(/^Leave them be until/);
  // the emptied form has nothing to judge, and says so until something is entered
  await expect(pane(page)).toContainText("The next follow-up is planned.");
  await expect(pane(page)).not.toContainText(/too soon/i);
  await expectNoProblems(page);
  await plan(page, "Helps them").fill("She sees it before the audit");
  await expect(verdict(page)).toHaveText(/^Too soon/);
  await pane(page).getByRole("button", { name: "Start over" }).click();
  await expect(verdict(page)).toHaveCount(0);
});

test("what they lose by not hearing lets one touch come early", async ({ page }) => {
  await open(page);
  await page.getByText("Add a fact").click();
  await page.getByLabel("What it is", { exact: true }).fill("Licence ends");
  await page.getByLabel("The fact", { exact: true }).fill("the cold rooms in Bergen");
  await page.getByLabel("How do you know?").selectOption("told_us");
  await page.getByLabel("A day of theirs it names").fill(inDays(12));
  await page.getByRole("button", { name: "Keep this fact" }).click();

  await expect(suggested(page)).toContainText("bring the news: Licence ends: the cold rooms in Bergen");
  await expect(verdict(page)).toHaveText("Welcome");
  await plan(page, "They lose by not hearing").selectOption({ label: "Nothing" });
  await expect(verdict(page)).toHaveText(/^Too soon/);
  await expectNoProblems(page);
  await suggested(page).getByRole("button", { name: "Use this" }).click();
  await expect(verdict(page)).toHaveText("Welcome");
  await schedule(page);
  await expect(page.getByText("Scheduled.")).toBeVisible();
});
