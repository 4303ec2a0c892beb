import fs from "node:fs";
import { expect, test } from "@playwright/test";

import { expectNoProblems, expectSound, signIn, watch } from "#tests/e2e/sign-in.ts";

const path = () => `/preferences/${fs.readFileSync(process.env.DEMO_LINK ?? ".data/demo-link", "utf8")}/data`;

test("what is held about one: nothing cut off, no complaint in light and dark, no leak", async ({ page }) => {
  watch(page);
  const response = await page.goto(path());
  const headers = response!.headers();
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["x-robots-tag"]).toContain("noindex");
  await expectSound(page);
});

test("without scripts: taken away as a file, and erasing asks twice", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path());
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  expect((await download).suggestedFilename()).toBe("my-data.csv");
  await page.getByRole("link", { name: "Erase everything about me" }).click();
  await expect(page.getByRole("button", { name: "Yes, erase everything" })).toBeVisible();
  await page.getByRole("link", { name: "No, leave it" }).click();
  await expect(page.getByRole("button", { name: "Yes, erase everything" })).toHaveCount(0);
  await context.close();
});

test("an admin reads what erasing takes before it happens", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/requests");
  await page.getByRole("listitem").filter({ hasText: "To be erased" }).getByRole("link").first().click();
  const erase = page.getByRole("region", { name: "Erase" });
  await expect(erase).toContainText("Their name, work, place");
  await erase.getByRole("button", { name: "Erase for good" }).click();
  await expect(erase.getByRole("alert")).toContainText("cannot be undone");
  await expectNoProblems(page);
});
