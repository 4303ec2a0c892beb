import { type Browser, expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";
import type { DemoRole } from "#tests/setup/sign-ins.ts";

test.describe.configure({ mode: "serial" });

// names of this run alone, so that a second run on the same records tells its own story
const run = Date.now().toString(36);
const name = `Ragnhild Solberg ${run}`;
const template = `Before they decide ${run}`;
let address = "";

const pane = (page: Page) => page.getByRole("complementary", { name: "Plan a follow-up" });
const facts = (page: Page) => page.getByRole("complementary", { name: "Facts" });
const draft = (page: Page) => pane(page).getByRole("textbox", { name: "Draft" });
const verdict = (page: Page) => page.getByRole("region", { name: /^Balance/ }).getByRole("heading", { level: 3 });

async function open(page: Page, role: DemoRole = "rep") {
  await signIn(page, role);
  // a form that is sent before the page is alive goes as from a page without scripts, which tells nothing
  await page.goto(address, { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** Opens the form behind a value of the record. */
const change = async (page: Page, label: string) => {
  await facts(page)
    .locator("summary", { hasText: `Change ${label}` })
    .click();
  return facts(page).getByLabel(label, { exact: true });
};

test("a template is written, and a field that nothing could fill is refused with what was typed", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/library/templates");
  await page.getByRole("link", { name: "Write a template" }).click();
  await page.getByLabel("Name", { exact: true }).fill(template);
  await page
    .getByLabel("Text", { exact: true })
    .fill("Dear {{given name}},\n\n{{fact: decides by}} is when you choose at {{firm}}.\n\n{{my name}}");
  await page.reload();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(template);
  await page.getByRole("button", { name: "Keep this template" }).click();
  await expect(page.getByText("There is no field {{firm}}.").first()).toBeVisible();
  await page
    .getByLabel("Text", { exact: true })
    .fill("Just checking in, {{given name}}.\n\n{{fact: decides by}} is when you choose.\n\n{{my name}}");
  await page.getByRole("button", { name: "Keep this template" }).click();
  await expect(page.getByRole("heading", { name: template, level: 1 })).toBeVisible();
  await expect(page.getByText("1 phrase to mend", { exact: true })).toBeVisible();
  await page
    .getByLabel("Text", { exact: true })
    .fill("Dear {{given name}},\n\n{{fact: decides by}} is when you choose at the plant.\n\n{{my name}}");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("reads well")).toBeVisible();
  await expectNoProblems(page);
});

test("a missing fact is seen in the draft, mended where it is missed, and then the plan passes", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/prospects/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Given name", { exact: true }).fill("Ragnhild");
  await page.getByLabel("Job title", { exact: true }).fill("CFO");
  await page.getByLabel("E-mail", { exact: true }).fill(`ragnhild.${run}@solberg.example`);
  await page.getByLabel("Country").selectOption("NL");
  await page.getByLabel("Where do you have this from?").fill("She asked us at a fair");
  await page.getByRole("button", { name: "Add this person" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  address = new URL(page.url()).pathname;

  await pane(page).getByRole("button", { name: "State why we may" }).first().click();
  await pane(page).getByLabel("Why we may", { exact: true }).selectOption("inquiry");
  await pane(page).getByLabel("How we know").fill("She asked at the fair in Bergen");
  await expect(verdict(page)).toHaveText("Welcome");

  await pane(page).getByRole("button", { name: "Use a template" }).click();
  await pane(page).getByLabel("Begin with").selectOption({ label: template });
  await expect(draft(page)).toHaveValue("Dear Ragnhild,\n\n{{fact: decides by}} is when you choose at the plant.\n\nMaya Lindqvist");
  await expect(verdict(page)).toHaveText("Bring more");
  const gaps = pane(page).getByRole("region", { name: "Fields to fill in" });
  await expect(gaps).toContainText("The draft still says {{fact: decides by}}.");
  await expectNoProblems(page);
  await gaps.getByLabel("Decides by").fill("The first of March");
  await gaps.getByRole("button", { name: "Keep and fill in" }).click();
  await expect(draft(page)).toHaveValue(/The first of March is when you choose/);
  await expect(verdict(page)).toHaveText("Welcome");
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(page.getByText("Scheduled.")).toBeVisible();
  await expect(facts(page)).toContainText("The first of March");
});

test("a title is changed where it stands, told in the history, and taken back", async ({ page }) => {
  await open(page);
  await (await change(page, "Title")).fill("COO");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Title is changed.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText("Title: CFO → COO");
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText("Title: COO → CFO");
  await expectNoProblems(page);
  await page.getByRole("link", { name: "Changes", exact: true }).click();
  await expect(page.getByRole("link", { name: "Changes", exact: true })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("region", { name: "Timeline" }).getByText("Record changed")).toHaveCount(2);
});

test("two who change the same see both, and neither loses a word", async ({ page, browser }) => {
  await open(page);
  const hers = await change(page, "Title");
  await hers.fill("Plant manager");
  const omar = await another(browser);
  await (await change(omar, "Title")).fill("Managing director");
  await omar.keyboard.press("Enter");
  await expect(omar.getByText("Title is changed.")).toBeVisible();

  await page.keyboard.press("Enter");
  const both = page.getByRole("region", { name: "Both versions" });
  await expect(both).toContainText(/Omar Benhaddou saved at \d\d:\d\d/);
  await expect(both.getByText("Plant manager")).toBeVisible();
  await expect(both.getByText("Managing director")).toBeVisible();
  await expectNoProblems(page);
  await both.getByRole("button", { name: "Take theirs" }).click();
  await expect(hers).toHaveValue("Managing director");
  await both.getByRole("button", { name: "Keep mine" }).click();
  await expect(hers).toHaveValue("Plant manager");
  await page.getByRole("button", { name: "Save what stands here" }).click();
  await expect(page.getByText("Title is changed.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText("Title: Managing director → Plant manager");
  await omar.context().close();
});

async function another(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: process.env.BASE_URL! })).newPage();
  await open(page, "manager");
  return page;
}
