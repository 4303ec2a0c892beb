import fs from "node:fs";
import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn, watch } from "#tests/e2e/sign-in.ts";

test("the law, the policy and those not to be contacted open for a manager, too", async ({ page }) => {
  await signIn(page, "manager");
  for (const path of ["/policy", "/law", "/suppressions"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
  }
  await expectNoProblems(page);
});

test("signed out, every door leads to the sign-in", async ({ page }) => {
  watch(page);
  for (const path of [
    "/today",
    "/prospects",
    "/companies",
    "/deals",
    "/schedule",
    "/library",
    "/import",
    "/overview",
    "/policy",
    "/law",
    "/suppressions",
    "/people",
    "/notices",
    "/search",
    "/settings",
    "/requests",
    "/outbox",
  ]) {
    await page.goto(path);
    // where a page streams, the redirect arrives in the stream
    await page.waitForURL((url) => url.pathname === "/sign-in");
  }
  await expectNoProblems(page);
});

for (const javaScriptEnabled of [true, false])
  test(`the prospect's own page opens ${javaScriptEnabled ? "" : "without scripts, "}by its link alone`, async ({ browser }) => {
    const token = fs.readFileSync(process.env.DEMO_LINK ?? ".data/demo-link", "utf8");
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    watch(page);
    await page.goto(`/preferences/${token}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: "Stop all contact" }).first()).toBeVisible();
    if (javaScriptEnabled) await expectNoProblems(page); // axe itself is a script
    await context.close();
  });
