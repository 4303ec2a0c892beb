import { expect, type Page, test } from "@playwright/test";

import { expectSound, signIn } from "#tests/e2e/sign-in.ts";
import type { DemoRole } from "#tests/setup/sign-ins.ts";

// one window for all of them: what pages share is fetched once
let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
});
test.afterAll(() => page.close());

const pages: Record<DemoRole, string[]> = {
  rep: [
    "/today",
    "/prospects",
    "/prospects/new",
    "/companies",
    "/companies/new",
    "/deals",
    "/deals?view=table",
    "/deals/new",
    "/schedule",
    "/schedule?view=week",
    "/library",
    "/library/new",
    "/library/templates",
    "/library/templates/new",
    "/import",
    "/notices",
    "/search",
    "/search?q=the",
    "/search?q=nobodyiscalledthis",
    "/settings",
  ],
  manager: ["/overview", "/overview/plans", "/overview/refusals", "/overview/touches", "/overview/consent"],
  admin: ["/policy", "/law", "/suppressions", "/people", "/people/keys", "/outbox", "/requests"],
};

for (const [role, paths] of Object.entries(pages) as [DemoRole, string[]][])
  for (const path of paths)
    test(`${path}: one heading, nothing cut off, no complaint in light and dark`, async () => {
      await signIn(page, role);
      await page.goto(path);
      await expectSound(page);
    });

/** Pages of one record each, by the list that leads to them and what follows the record's own address. */
const records: [DemoRole, list: string, link: string, below: string][] = [
  ["rep", "/companies", "tbody th a", ""],
  ["rep", "/deals?view=table", "tbody th a", ""],
  ["rep", "/library", "tbody th a", ""],
  ["rep", "/library/templates", "tbody th a", ""],
  ["rep", "/prospects", "tbody th a", "/edit"],
  ["rep", "/prospects", "tbody th a", "/consent"],
  ["rep", "/prospects", "tbody th a", "/merge"],
  ["admin", "/requests", "main a[href^='/requests/']", ""],
];

for (const [role, list, link, below] of records)
  test(`what ${list} leads to${below && `, ${below}`}: one heading, nothing cut off, no complaint in light and dark`, async () => {
    await signIn(page, role);
    await page.goto(list);
    const address = await page.locator(link).first().getAttribute("href");
    await page.goto(address!.split("?")[0]! + below);
    await expectSound(page);
  });

test("an address of the desk that leads nowhere keeps the frame around it", async () => {
  await signIn(page, "rep");
  const response = await page.goto("/companies/019e1701-0000-7000-8000-000000000000");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "There is nothing at this address" })).toBeVisible();
  await page.getByRole("link", { name: "Go to today" }).click();
  await expect(page).toHaveURL(/\/today$/);
});

for (const tab of ["timeline", "plan", "facts"])
  test(`a record's ${tab}: one heading, nothing cut off, no complaint in light and dark`, async () => {
    await signIn(page, "rep");
    await page.goto("/today");
    const address = await page.locator("[data-row] a").first().getAttribute("href");
    await page.goto(`${address!.split("?")[0]}?tab=${tab}`);
    await expectSound(page);
  });

test("a rep finds neither the overview nor the policy, the people, the outbox or the data requests", async () => {
  await signIn(page, "rep");
  for (const path of ["/overview", "/policy", "/people", "/outbox", "/requests"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
  }
});
