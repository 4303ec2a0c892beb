import { expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test.describe.configure({ mode: "serial" });

// names of this run alone, so that a second run on the same records tells its own story
const run = Date.now().toString(36);
const later = `Liv Sandvik ${run}`;
const early = `Brian Okafor ${run}`;

const pane = (page: Page) => page.getByRole("complementary", { name: "Plan a follow-up" });
const plan = (page: Page, label: string) => pane(page).getByLabel(label, { exact: true });
const verdict = (page: Page) => page.getByRole("region", { name: /^Balance/ }).getByRole("heading", { level: 3 });
const bridge = (page: Page) => page.getByRole("region", { name: "Until the call-back" });

async function add(page: Page, name: string) {
  await page.goto("/prospects/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail", { exact: true }).fill(`${name.split(" ")[0]!.toLowerCase()}.${run}@sandvik.example`);
  await page.getByLabel("Phone", { exact: true }).fill(`+31 20 5${String(Date.now()).slice(-6)}`);
  await page.getByLabel("Country").selectOption("NL");
  await page.getByLabel("Where do you have this from?").fill("They asked us at a fair");
  await page.getByRole("button", { name: "Add this person" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** Logs a touch with whoever's record is open. */
async function log(page: Page, chips: string[], said: string, more: () => Promise<void> = () => Promise.resolve()) {
  await page.keyboard.press("l");
  const sheet = page.getByRole("dialog", { name: "Log a touch" });
  for (const chip of chips) await sheet.getByText(chip, { exact: true }).click();
  await sheet.getByLabel("What they said, in their words").fill(said);
  await more();
  await sheet.getByRole("button", { name: /^Log/ }).click();
  await expect(page.getByText(/^Logged: /)).toBeVisible();
}

test("“call me in six months” becomes a call, and three things to bring until then", async ({ page }) => {
  await signIn(page, "rep");
  await add(page, later);
  await expect(page.getByText("No next step: plan one, or say why not")).toBeVisible();
  await log(page, ["Phone", "Later, they said"], "Not now. Call me in six months.", () =>
    page.getByRole("button", { name: "In 6 months" }).click(),
  );

  await expect(bridge(page).getByRole("heading", { name: /^Call back on/ })).toBeVisible();
  await expect(page.getByText("No next step: plan one, or say why not")).toBeHidden();
  await expect(bridge(page).getByRole("listitem")).toHaveCount(4);
  await bridge(page).getByLabel("Why we may").selectOption("inquiry");
  await expect(bridge(page).getByText("Welcome", { exact: true })).toHaveCount(4);
  await expectNoProblems(page);

  const days = bridge(page).getByLabel(/^Day: by e-mail/);
  await days.nth(1).fill(await days.nth(0).inputValue());
  await expect(bridge(page).getByText(/^Too soon/)).toBeVisible();
  await bridge(page).getByRole("button", { name: "Plan these 4" }).click();
  await expect(page.getByText(/^3 planned, 1 held – /)).toBeVisible();
  await expect(bridge(page).getByRole("listitem")).toHaveCount(1);
  await bridge(page).getByRole("button", { name: "As proposed" }).click();
  await expect(bridge(page).getByText("Welcome", { exact: true })).toBeVisible();
  await bridge(page).getByRole("button", { name: "Plan this one" }).click();
  await expect(page.getByText("1 planned", { exact: true })).toBeVisible();
  await expect(bridge(page)).toContainText("3 are made or planned");
});

test("a reply in between makes the call sooner, in one press", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto(`/prospects?q=${encodeURIComponent(later)}`);
  await page.getByRole("link", { name: later, exact: true }).click();
  await log(page, ["E-mail", "They reached out", "They are interested"], "It has become urgent after all.");
  await expect(bridge(page)).toContainText("It has become urgent after all.");
  await expectNoProblems(page);
  const before = await bridge(page).getByRole("heading").textContent();
  await bridge(page).getByRole("button", { name: "Make the call sooner" }).click();
  await expect(page.getByText("The call is sooner.")).toBeVisible();
  await expect(bridge(page).getByRole("heading", { name: before!, exact: true })).toBeHidden();
});

test("the early no is answered once, with something for them, and becomes a partner", async ({ page }) => {
  await signIn(page, "rep");
  await add(page, early);
  await log(page, ["E-mail", "They reached out", "They said no", "A quick no, without a reason"], "We are not interested.");
  await expect(page.getByText("No 1 of 3")).toBeVisible();
  await page.getByRole("link", { name: "Answer this no" }).click();

  const answered = pane(page).getByRole("region", { name: "The no this answers" });
  await expect(answered).toContainText("We are not interested.");
  await expect(plan(page, "By")).toHaveValue("email");
  await plan(page, "Why we may").selectOption("inquiry");
  await plan(page, "Helps them").fill("Thirty minutes show him which of his rooms the new audit rule touches");
  await expect(verdict(page)).toHaveText("Welcome");
  await expectNoProblems(page);
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(page.getByText("Scheduled.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Answer this no" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Plan the kind close" })).toBeVisible();

  await log(page, ["E-mail", "They reached out", "They are interested"], "Fair enough, let us talk.");
  await expect(page.getByText("they warmed to us since")).toBeVisible();
  await expect(page.getByText("No 1 of 3")).toBeHidden();
});
