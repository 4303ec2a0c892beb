import { expect, type Page, test } from "@playwright/test";

import { peopleWaiting } from "#tests/e2e/queue-records.ts";
import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

// names of this run alone, so that a second run on the same records tells its own story; an admin's queue, which no other journey works
const run = Date.now().toString(36);
const promised = [`Ada Promised ${run}`, `Bo Promised ${run}`, `Cleo Promised ${run}`];
const asked = [`Dora Asked ${run}`, `Eli Asked ${run}`];
const silent = [`Fay Silent ${run}`, `Gus Silent ${run}`, `Hal Silent ${run}`, `Ivo Silent ${run}`, `Jo Silent ${run}`];

test.beforeAll(() =>
  peopleWaiting("admin", [
    ...promised.map((name, i) => ({ name, promisedFor: 3 - i })),
    // who came to us last stands first
    ...asked.toReversed().map((name) => ({ name, heard: true })),
    ...silent.map((name) => ({ name })),
  ]),
);

// what is planned may be due today, and whoever was written to is soon to be asked how they want it: those rows are others
const waiting = "section:is(:has(#group-promised), :has(#group-answered), :has(#group-left-alone)) [data-row]";
const row = (page: Page, name: string) => page.locator(waiting).filter({ hasText: name });
const focused = (page: Page) => page.locator(`:is(${waiting}):focus-within`);

/** Goes down the queue by j alone. */
async function goTo(page: Page, name: string) {
  await expect(row(page, name)).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (((await focused(page).allTextContents())[0] ?? "").includes(name)) return;
    await page.keyboard.press("j");
  }
  throw new Error(`${name} was not reached by j`);
}

/** What is suggested stands there with its plan; one Enter schedules it. */
async function planTheNext(page: Page, name: string) {
  const sheet = page.getByRole("dialog", { name: `Next with ${name}` });
  await expect(sheet.getByRole("button", { name: "Plan it" })).toBeFocused();
  await expectNoProblems(page);
  await page.keyboard.press("Enter");
  await expect(sheet).toBeHidden();
  await expect(row(page, name)).toBeHidden();
}

test("ten rows of the queue are worked without a mouse", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "admin");
  await page.goto("/today");
  await expect(row(page, silent[0]!)).toContainText("days of silence");
  await expectNoProblems(page);

  // three promises kept: each leaves at once, and the focus stands on the next
  await goTo(page, promised[0]!);
  for (const name of promised) {
    await expect(focused(page)).toContainText(name);
    await page.keyboard.press("e");
    await expect(row(page, name)).toBeHidden();
  }

  // two answers: logged, and the next one planned with what is suggested
  for (const name of asked) {
    await goTo(page, name);
    await page.keyboard.press("e");
    const log = page.getByRole("dialog", { name: "Log a touch" });
    await expect(log.getByLabel("In one line")).toBeFocused();
    await page.keyboard.type("emailed");
    await expect(log.getByRole("radio", { name: "Sent" })).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(log).toBeHidden();
    const sheet = page.getByRole("dialog", { name: `Next with ${name}` });
    await expect(sheet.getByRole("heading", { level: 3 })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(sheet).toBeHidden();
    await expect(row(page, name)).toBeHidden();
  }

  // two who were left alone: the suggestion is one key away
  for (const name of silent.slice(0, 2)) {
    await goTo(page, name);
    await expect(focused(page)).toContainText("Next:");
    await page.keyboard.press("u");
    await planTheNext(page, name);
  }

  // three at once, each judged
  for (const name of silent.slice(2)) {
    await goTo(page, name);
    await page.keyboard.press("x");
  }
  await expect(page.getByRole("region", { name: "What is chosen" })).toContainText("3 chosen");
  await expectNoProblems(page);
  await page.keyboard.press("u");
  await expect(page.getByText("3 scheduled")).toBeVisible();
  for (const name of silent.slice(2)) await expect(row(page, name)).toBeHidden();
  await page.reload();
  for (const name of [...promised, ...silent]) await expect(row(page, name)).toHaveCount(0);
});
