import { expect, type Locator, type Page, test } from "@playwright/test";

import { peopleWaiting } from "#tests/e2e/queue-records.ts";
import { signIn } from "#tests/e2e/sign-in.ts";
import type { DemoRole } from "#tests/setup/sign-ins.ts";

const waits = `Dialog Waits ${Date.now().toString(36)}`;
test.beforeAll(() => peopleWaiting("manager", [{ name: waits, heard: true }]));

type Case = { role: DemoRole; at: string; from: (page: Page) => Locator; open: (page: Page, from: Locator) => Promise<void>; name: RegExp };

const firstRow = (page: Page) => page.locator("[data-row] a[href]").first();
const waitingRow = (page: Page) => page.locator("[data-row]", { hasText: waits });
const byKey = (key: string) => async (page: Page, from: Locator) => {
  await from.focus();
  await page.keyboard.press(key);
};
const byPress = (_page: Page, from: Locator) => from.click();
/** What a row offers is seen under the pointer, and no longer once the sheet lies over it. */
const byHover = async (page: Page, from: Locator) => {
  await waitingRow(page).hover();
  await from.click();
};

const dialogs: Record<string, Case> = {
  "the keys": { role: "rep", at: "/prospects", from: firstRow, open: byKey("?"), name: /All keys/ },
  "the keys, from the rail": {
    role: "rep",
    at: "/today",
    from: (page) => page.locator(".rail [data-open-keys]"),
    open: byPress,
    name: /All keys/,
  },
  "the palette": { role: "rep", at: "/prospects", from: firstRow, open: byKey("Control+k"), name: /Command palette/ },
  "the log sheet": { role: "rep", at: "/prospects", from: firstRow, open: byKey("l"), name: /Log a touch/ },
  "the log sheet, from the top": {
    role: "rep",
    at: "/deals",
    from: (page) => page.locator(".top [data-open-log]"),
    open: byPress,
    name: /Log a touch/,
  },
  "the log sheet, from a row": {
    ...{ role: "manager", at: "/today", open: byHover, name: /Log a touch/ },
    from: (page) => waitingRow(page).locator("[data-open-log]"),
  },
  "the next touch, from a row": {
    ...{ role: "manager", at: "/today", open: byHover, name: /Next with/ },
    from: (page) => waitingRow(page).locator("[data-plan-next]"),
  },
  "moving a deal": { role: "rep", at: "/deals", from: (page) => page.locator("[data-move-deal]").first(), open: byPress, name: /^Move / },
  "moving a deal, by key": {
    role: "rep",
    at: "/deals",
    from: (page) => page.locator("[data-card] h3 a").first(),
    open: byKey("]"),
    name: /^Move /,
  },
  "a member": {
    role: "admin",
    at: "/people",
    from: (page) => page.getByRole("button", { name: /^Change / }).first(),
    open: byPress,
    name: /./,
  },
};

for (const [what, { role, at, from, open, name }] of Object.entries(dialogs))
  test(`${what}: the focus goes in, stays in, and comes back after Escape`, async ({ page }) => {
    await signIn(page, role);
    await page.goto(at);
    const opener = from(page);
    const dialog = page.locator("dialog[open]");
    // what opens it may still be fetched
    await expect(async () => {
      await open(page, opener);
      await expect(dialog).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await expect(page.locator("dialog[open] :focus")).toHaveCount(1);
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press("Tab");
      // between the last field and the first stands the browser itself
      expect(await page.evaluate(() => document.activeElement?.closest("dialog[open], body")?.tagName)).toMatch(/DIALOG|BODY/);
      expect(
        await page.locator(":is(.app, .tabbar) :focus").evaluateAll((all) => all.filter((each) => !each.closest("dialog")).length),
      ).toBe(0);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  });
