import { expect, type Page, test } from "@playwright/test";

import { linkInOutbox } from "#tests/e2e/outbox.ts";
import { expectNoProblems, signIn, watch } from "#tests/e2e/sign-in.ts";

/** A record of this run alone, made by the rep. */
async function aRecord(page: Page, name: string, email: string) {
  await signIn(page, "rep");
  await page.goto("/prospects/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Country").selectOption("NL");
  await page.getByLabel("Where do you have this from?").fill("They asked us at a fair");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page).toHaveURL(/\/prospects\/[0-9a-f-]{36}/);
  const address = `${new URL(page.url()).pathname}?tab=facts`;
  await page.goto(address);
  return address;
}

const agreement = (page: Page) => page.locator(".agreement");

test("asked with one press, read in the outbox, answered on their own page: the record shows each step", async ({ page, browser }, {
  project,
}) => {
  const run = `${project.name}${Date.now().toString(36)}`;
  const email = `jorinde.${run}@kaaps.example`;
  const address = await aRecord(page, `Jorinde Kaaps ${run}`, email);
  await expect(agreement(page)).toContainText("Not asked yet");
  // of whom we do not know whether the law sees a consumer, it wants a reason for the question, too; the link can be handed over
  await expect(agreement(page)).toContainText("Hand them their link yourself, in person or by phone, or state why we may.");
  await expect(page.getByRole("button", { name: /Make their link/ })).toBeVisible();
  await agreement(page).getByText("State why we may ask by mail").click();
  await agreement(page).getByLabel("Why we may").selectOption("They gave us this address for this");
  await agreement(page).getByRole("button", { name: /^Ask / }).click();
  await expect(agreement(page)).toContainText(/Asked on .*, no answer yet/);
  await expect(agreement(page)).not.toContainText("Not asked yet");
  await expect(agreement(page).getByRole("button", { name: /^Ask / })).toHaveCount(0);
  await expectNoProblems(page);

  const link = await linkInOutbox(browser, email);
  expect(await page.content()).not.toContain(new URL(link).pathname);
  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const theirs = await phone.newPage();
  await theirs.goto(link);
  await theirs.locator('input[name="channels[]"][value="email"]').check();
  await theirs.locator('input[name="rate"][value="1/month"]').check();
  await theirs.locator('form:has(input[name="channels[]"]) button').first().click();
  await expect(theirs).toHaveURL(/done=save/);
  await phone.close();

  await page.goto(address);
  await expect(agreement(page)).toContainText("E-mail only, at most once a month");
  await expect(agreement(page)).toContainText(/Asked on .*, answered/);
  await expectNoProblems(page);
});

test("what they said on the phone is noted, unconfirmed, and never more than they said", async ({ page }, { project }) => {
  const run = `${project.name}${Date.now().toString(36)}`;
  await aRecord(page, `Tobias Veen ${run}`, `tobias.${run}@veen.example`);
  await agreement(page)
    .getByText(/^Note what/)
    .click();
  await agreement(page).getByRole("button", { name: "Keep this note" }).click();
  await expect(agreement(page)).toContainText("Write what they said, in their words.");
  await agreement(page).getByLabel("In their words").fill("Mail only, in the mornings");
  await agreement(page).getByText("E-mail", { exact: true }).click();
  await agreement(page).getByText("Mornings", { exact: true }).click();
  await agreement(page).getByRole("button", { name: "Keep this note" }).click();
  await expect(agreement(page)).toContainText("E-mail only, mornings.");
  await expect(agreement(page)).toContainText(/Unconfirmed until Tobias/);
  await expect(agreement(page).getByText("State why we may ask by mail")).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, 0)); // out from under the bar at the foot of a phone
  await expectNoProblems(page);
});

test("the outbox says that nothing is sent, and cuts nothing off", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/outbox");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Outbox");
  await expect(page.getByText("No mail server is set up.")).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectNoProblems(page);
});

test("a lost link and a forgotten password answer alike, without scripts, whoever asks", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const said: string[] = [];
  for (const email of ["nobody@nowhere.example", `somebody-${Date.now()}@nowhere.example`]) {
    await page.goto("/preferences/lost");
    await page.getByLabel("Your e-mail address").fill(email);
    await page.getByRole("button", { name: "Mail me my link" }).click();
    said.push(await page.getByRole("main").innerText());
  }
  expect(said[0]).toContain("If we know this address");
  expect(said[0]).toBe(said[1]);

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByLabel("E-mail").fill("nobody@nowhere.example");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByRole("status")).toContainText("If this address has an account here");
  await context.close();
});

test("a forgotten password is replaced by the link that comes", async ({ page, browser }) => {
  watch(page);
  await page.goto("/sign-in/forgot");
  await page.getByLabel("E-mail").fill("omar@demo.example");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByRole("status")).toContainText("If this address has an account here");
  await expectNoProblems(page);
  await expect(async () => {
    const link = await linkInOutbox(browser, "omar@demo.example");
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Choose a new password");
  }).toPass();
  await expectNoProblems(page);
});
