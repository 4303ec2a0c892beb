import { expect, type Locator, type Page, test } from "@playwright/test";

import { peopleWaiting } from "#tests/e2e/queue-records.ts";
import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test.describe.configure({ mode: "default" });

// a name of this run alone, so that a second run on the same records tells its own story
const name = `Una Undone ${Date.now().toString(36)}`;

test.beforeAll(() => peopleWaiting("manager", [{ name, promisedFor: 2 }]));

const row = (page: Page) => page.locator("section:has(#group-promised) [data-row]").filter({ hasText: name });

/** Whether what can be done lies over a word of the row, as it is drawn. */
const covers = (row: Locator) =>
  row.evaluate((row) => {
    const acts = row.querySelector(".row-do")!.getBoundingClientRect();
    return [...row.querySelectorAll(".who > *, .why, .row-next, .last, .clock")].filter((part) => {
      const words = document.createRange();
      words.selectNodeContents(part);
      const clip = part.getBoundingClientRect();
      return [...words.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          // half the leading of a line holds no ink
          Math.min(right, clip.right) > acts.left && left < acts.right && bottom - 3 > acts.top && top + 3 < acts.bottom,
      );
    }).length;
  });

test("a promise kept by mistake comes back to the queue, and what can be done with it covers none of its words", async ({ page }) => {
  await signIn(page, "manager");
  for (const width of [1100, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/today");
    const height = (await row(page).boundingBox())!.height;
    await row(page).hover();
    await expect(row(page).getByRole("button", { name: "Kept" })).toBeVisible();
    expect(await covers(row(page))).toBe(0);
    expect((await row(page).boundingBox())!.height).toBe(height);
  }
  await row(page).getByRole("button", { name: "Kept" }).click();
  await expect(row(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Log it" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back.")).toBeVisible();
  await expect(row(page)).toBeVisible();
  await page.reload();
  await expect(row(page)).toBeVisible();
  await expectNoProblems(page);
});

async function openRecord(page: Page) {
  await signIn(page, "manager");
  await page.goto(`/prospects?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

test("a touch is taken back from its correction, too", async ({ page }) => {
  await openRecord(page);
  await page.getByRole("button", { name: /^Log/ }).first().click();
  const log = page.getByRole("dialog", { name: "Log a touch" });
  await log.getByLabel("In one line").fill("talked on the phone, “said by somebody else”");
  await expect(page.getByRole("list", { name: "Read from the line" })).toContainText("said by somebody else");
  await log.getByLabel("In one line").press("Enter");
  await expect(log).toBeHidden();
  const story = page.getByRole("listitem").filter({ hasText: "said by somebody else" });
  await story.getByRole("button", { name: /^Correct: / }).click();
  const correction = page.getByRole("dialog", { name: "Correct a touch" });
  await expect(correction.getByText("10 minutes")).toBeVisible();
  await expectNoProblems(page);
  await correction.getByRole("button", { name: "Take it back" }).click();
  await expect(correction).toBeHidden();
  await expect(story).toContainText("Taken back; it does not count.");
  await expect(story.getByRole("button", { name: /^Correct: / })).toHaveCount(0);
});

test("on the record a step and a fact that were ended by mistake are undone, and the story tells it", async ({ page }) => {
  await openRecord(page);
  const undo = page.getByRole("status").getByRole("button", { name: "Undo" });
  await page.getByRole("button", { name: /^Missed/ }).click();
  await undo.click();
  await expect(page.getByRole("button", { name: /^Missed/ })).toBeVisible();

  await page.getByText("Add a fact").click();
  await page.getByLabel("What it is", { exact: true }).fill("Reports to");
  await page.getByLabel("The fact", { exact: true }).fill("Rui of the quality team");
  await page.getByLabel("How do you know?").selectOption("told_us");
  await page.getByRole("button", { name: "Keep this fact" }).click();
  await page.getByRole("button", { name: "Take back Reports to" }).click();
  await expect(page.getByText("“Reports to” is taken back.")).toBeVisible();
  await page.getByRole("status").locator("div").filter({ hasText: "is taken back." }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Rui of the quality team")).toBeVisible();

  await page.getByRole("link", { name: "Changes", exact: true }).click();
  for (const told of ["Fact held again", "Fact taken back", "Next step open again", "Next step missed"])
    await expect(page.getByText(told, { exact: true }).first()).toBeVisible();
  await expectNoProblems(page);
});
