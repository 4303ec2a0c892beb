import { expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

// C3, from the demo's story: a plan of today's, and a person who would rather have a month of quiet
const name = "Siobhán Ní Dhomhnaill";

const planned = (page: Page) => page.locator("[data-row]", { hasText: name }).filter({ hasText: "Welcome" });

async function ownLink(page: Page): Promise<string> {
  await page.goto(`/prospects?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Make their link" }).click();
  return new URL(await page.getByLabel(/own link$/).inputValue()).pathname;
}

test("chill for a beat: one press on their phone, and nobody has them on the schedule", async ({ browser, page }) => {
  await signIn(page, "rep");
  const link = await ownLink(page);
  await page.goto("/schedule");
  await expect(planned(page)).toHaveCount(1);

  const phone = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  const theirs = await phone.newPage();
  await theirs.goto(link);
  await theirs.getByRole("button", { name: /month/i }).click();
  await expect(theirs.getByRole("main")).toContainText(/quiet until/i);
  await phone.close();

  await page.goto("/schedule");
  await expect(planned(page)).toHaveCount(0);
  await expect(page.locator("[data-row]", { hasText: name })).toContainText("They asked for a pause");

  await page.getByRole("link", { name: /^Notices, \d+ unread$/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Siobhán asked for a pause until" })).toContainText("was taken off");
  await expectNoProblems(page);
  await page.getByRole("link", { name: /^Siobhán asked for a pause/ }).click();
  await expect(page.locator(".agreement")).toContainText(/Siobhán asked on \d/);

  await page.goto("/today");
  await expect(page.getByRole("region", { name: "Before you start" })).toContainText("Siobhán asked for a pause");
  await expect(page.getByRole("region", { name: /^Due/ }).getByText(name)).toHaveCount(0);

  await signIn(page, "manager");
  await page.goto("/overview");
  await expect(
    page
      .getByRole("region", { name: /^Asked for calm/ })
      .getByRole("listitem")
      .filter({ hasText: name }),
  ).toContainText("Quiet until");
  await expectNoProblems(page);
});
