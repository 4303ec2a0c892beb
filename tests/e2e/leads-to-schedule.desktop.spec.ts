import { expect, type Page, test } from "@playwright/test";

import { linkInOutbox } from "#tests/e2e/outbox.ts";
import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test.describe.configure({ mode: "serial" });

// names of this run alone, so that a second run on the same records tells its own story
const run = Date.now().toString(36);
const silent = `Noor Achterberg ${run}`;
const open = `Wim Holtrop ${run}`;
const csv = [
  "First Name;Last Name;E-mail;Phone;Country;Do Not Email;Do Not Call",
  `Noor;Achterberg ${run};noor.${run}@achterberg.example;+31 20 555 01 11;Netherlands;Yes;No`,
  `Wim;Holtrop ${run};wim.${run}@holtrop.example;+31 20 555 01 12;Netherlands;No;No`,
].join("\n");

async function openRecord(page: Page, name: string) {
  await page.goto(`/prospects?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

const verdict = (page: Page) => page.getByRole("region", { name: /^Balance/ }).getByRole("heading", { level: 3 });
const plan = (page: Page, label: string) =>
  page.getByRole("complementary", { name: "Plan a follow-up" }).getByLabel(label, { exact: true });

/** The button says that something stands in the way and can be pressed all the same: the refusal is kept. */
const tryToSchedule = (page: Page) => page.getByRole("button", { name: "Schedule", exact: true }).press("Enter");

async function planFor(page: Page, wall: string) {
  await plan(page, "When").fill(wall);
}

/** The n-th working day from today at ten, as the field wants it. */
function workingDay(count: number): string {
  const day = new Date();
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) left -= 1;
  }
  return `${day.toISOString().slice(0, 10)}T10:00`;
}

test("leads come in from a file, stops included", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/import");
  await expectNoProblems(page);
  await page.locator("input[type=file]").setInputFiles({ name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.getByRole("heading", { name: "leads.csv" })).toBeVisible();
  await page.getByLabel("Where do these people come from?").fill("Trade fair in Utrecht");
  await page.getByLabel("Why may we contact them?").selectOption("inquiry");
  await expectNoProblems(page);
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  const result = page.getByRole("region", { name: "Imported" });
  await expect(result.getByRole("definition").first()).toHaveText("2", { timeout: 20_000 });
  await expectNoProblems(page);
});

test("who said no e-mail cannot be e-mailed, and can be called", async ({ page }) => {
  await signIn(page, "rep");
  await openRecord(page, silent);
  await plan(page, "By").selectOption("email");
  await expect(verdict(page)).toHaveText("Not allowed");
  await tryToSchedule(page);
  await expect(page.getByRole("alert").filter({ hasText: "kept" })).toContainText("Not allowed");

  await plan(page, "By").selectOption("phone");
  await planFor(page, workingDay(1));
  await plan(page, "Brings").selectOption("answer");
  await plan(page, "What it is").fill("Which of their loggers pass the new audit");
  await plan(page, "Helps them").fill("She can plan the audit without a second visit");
  await expect(verdict(page)).toHaveText("Welcome");
  await expectNoProblems(page);
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(page.getByText("Scheduled.")).toBeVisible();
});

test("a check-in two days after a mail is refused with reasons and a date, and passes there once it brings something", async ({ page }) => {
  await signIn(page, "rep");
  await openRecord(page, open);
  await page.getByRole("button", { name: /^Log/ }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("E-mail", { exact: true }).click();
  await sheet.getByText("Sent", { exact: true }).click();
  await expectNoProblems(page);
  await sheet.getByRole("button", { name: /Log/ }).last().click();
  await expect(sheet).toBeHidden();

  await plan(page, "By").selectOption("email");
  await planFor(page, workingDay(1));
  await plan(page, "Brings").selectOption("none");
  await page.getByRole("textbox", { name: "Draft" }).fill("Just checking in, Wim.");
  await expect(verdict(page)).toHaveText(/^Too soon – from /);
  const balance = page.getByRole("region", { name: /^Balance/ });
  for (const rule of ["D1", "V2", "L1"]) await expect(balance.getByText(new RegExp(`^${rule}: `)).first()).toBeVisible();
  await tryToSchedule(page);
  await expect(page.getByRole("alert").filter({ hasText: "kept" })).toContainText("Too soon");

  await balance
    .getByRole("button", { name: /^Move to/ })
    .first()
    .click();
  await expect(verdict(page)).toHaveText("Bring more");
  await page.getByRole("region", { name: "Draft" }).getByRole("button", { name: "Cut it" }).click();
  await plan(page, "Brings").selectOption("news");
  await plan(page, "What it is").fill("The audit rule for cold rooms changed on Monday");
  await plan(page, "Helps them").fill("He sees before the audit which rooms it touches");
  await expect(verdict(page)).toHaveText("Welcome");
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(page.getByText("Scheduled.")).toBeVisible();
});

test("the prospect's pause takes it off in the same request, and the manager sees it", async ({ page, browser }) => {
  await signIn(page, "rep");
  await openRecord(page, open);
  await page.getByRole("button", { name: "Ask Wim" }).click();
  await expect(page.getByText(/Asked on .*, no answer yet/)).toBeVisible();
  const link = await linkInOutbox(browser, `wim.${run}@holtrop.example`);

  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const theirs = await phone.newPage();
  await theirs.goto(link);
  await theirs.getByRole("button", { name: /(1|a|one) month/i }).click();
  await expect(theirs.getByRole("status")).toContainText(/quiet|pause/i);
  await phone.close();

  await page.goto("/schedule?week=" + new Date().toISOString().slice(0, 10));
  await openRecord(page, open);
  await expect(page.getByText(/asked for a pause/).first()).toBeVisible();
  await page.goto("/today");
  await expect(page.getByRole("region", { name: /^Taken off/ }).getByText(open)).toBeVisible();
  await expectNoProblems(page);

  await signIn(page, "manager");
  await page.goto("/overview");
  await expect(page.getByText(open).first()).toBeVisible();
  await expectNoProblems(page);
});
