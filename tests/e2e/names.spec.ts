import { expect, type Locator, type Page, test } from "@playwright/test";

import { query } from "#tests/e2e/prospect-link.ts";
import { peopleWaiting } from "#tests/e2e/queue-records.ts";
import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

const run = Date.now().toString(36);
const long = `Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafers${run}`;
const hebrew = `שלומית־אלישבע בת־אברהם הלוי־גולדשטיין מירושלים תל־אביב וחיפה והגליל העליון ${run}`;
const archived = `Archived${long}`;
test.beforeAll(() =>
  peopleWaiting(
    "manager",
    [long, hebrew, archived].map((name) => ({ name, heard: true })),
  ),
);

const row = (page: Page, name: string) => page.locator(`[data-row][data-prospect-name="${name}"]`).first();
async function recordOf(name: string): Promise<string> {
  const [person] = await query<{ id: string }>(`SELECT id FROM "Prospect" WHERE name = $1`, [name]);
  return `/prospects/${person!.id}`;
}

/** No words stand outside the part of the page they belong to, unless they are cut off there, and the page is no wider than the window. */
async function expectInside(page: Page, what: Locator): Promise<void> {
  const outside = await what.evaluate((root) => {
    const found: string[] = [];
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const box = node.parentElement!;
      if (!node.textContent!.trim() || box.closest(".sr, script, option, .skip") || !box.checkVisibility()) continue;
      const isCut = (each: Element | null): boolean =>
        each !== null && each !== root && (getComputedStyle(each).overflowX !== "visible" || isCut(each.parentElement));
      if (isCut(box)) continue;
      const { left, right } = box.closest("section, aside, li, article, dialog, .toast, main, body")!.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(node);
      if ([...range.getClientRects()].some((line) => line.right > Math.min(right, innerWidth) + 2 || line.left < left - 2))
        found.push(node.textContent!.trim().slice(0, 60));
    }
    return found;
  });
  expect(outside).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

for (const [kind, name] of Object.entries({ "of one word of 80 letters": long, "from right to left": hebrew }))
  test(`a name ${kind} fits wherever it stands`, async ({ page }) => {
    test.setTimeout(120_000);
    await signIn(page, "manager");
    for (const at of [
      "/today",
      `/prospects?q=${run}`,
      "/search?q=" + run,
      `${await recordOf(name)}?tab=facts`,
      `${await recordOf(name)}?tab=timeline`,
    ]) {
      await page.goto(at);
      await expect(page.getByText(name).filter({ visible: true }).first()).toBeVisible();
      await expectInside(page, page.locator("body"));
    }
    await expectNoProblems(page);
    await page.goto("/today");
    await row(page, name).hover();
    await row(page, name).locator("[data-plan-next]").click();
    const sheet = page.getByRole("dialog", { name: `Next with ${name}` });
    await expect(sheet.getByRole("button", { name: "Change it" }).or(sheet.getByRole("link", { name: "Change it" }))).toBeVisible();
    await expectInside(page, sheet);
  });

test("a name from right to left that is too long begins in sight, at the left like its neighbours", async ({ page }) => {
  await signIn(page, "manager");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/today");
  const name = row(page, hebrew).locator(".who b");
  await expect(name).toBeVisible();
  const { isCut, beginsInSight } = await name.evaluate((cell) => {
    const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode()!;
    const range = document.createRange();
    range.setStart(words, 0);
    range.setEnd(words, 1);
    const [letter, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
    return { isCut: cell.scrollWidth > cell.clientWidth, beginsInSight: letter.left >= box.left && letter.right <= box.right + 1 };
  });
  expect({ isCut, beginsInSight }).toEqual({ isCut: true, beginsInSight: true });
});

test("what is told of a long name can be read, taken back and closed", async ({ page }) => {
  await signIn(page, "manager");
  // a press before the page is alive sends the form as a page without scripts does, which tells nothing
  await page.goto(`${await recordOf(archived)}?tab=facts`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  const told = page.locator(".toast", { hasText: `${archived} is archived.` });
  await expect(told).toBeVisible();
  await expectInside(page, told);
  await expect(told.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
  await told.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Archive", exact: true })).toBeVisible();
});
