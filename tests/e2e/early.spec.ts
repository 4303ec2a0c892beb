import { expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

// a device that keeps no code
test.use({ serviceWorkers: "block" });

/** The page as it stands before any of its code has come; it comes once asked for. */
async function openEarly(page: Page, path: string): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return arrive;
}

test("a press that comes before the page is alive is answered once it is", async ({ page }) => {
  await signIn(page, "rep");
  const arrive = await openEarly(page, "/today");
  await page.locator("[data-open-log]:visible").first().click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  arrive();
  await expect(page.getByRole("dialog", { name: "Log a touch" })).toBeVisible();
  await page.getByLabel("In one line").fill("called");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expectNoProblems(page);
});

test("what is typed and chosen before the form is alive is judged once it is, and kept", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/prospects");
  const record = (await page.locator("tbody th a").first().getAttribute("href"))!.split("?")[0]!;
  const arrive = await openEarly(page, `${record}?tab=plan`);
  const plan = (label: string) => page.getByRole("complementary", { name: "Plan a follow-up" }).getByLabel(label, { exact: true });
  await plan("By").selectOption("phone");
  await plan("Helps them").fill("The audit in spring asks for these readings");
  arrive();
  await expect(page.getByText("draft kept")).toBeVisible();
  await expect(plan("Helps them")).toHaveValue("The audit in spring asks for these readings");
  await page.unroute("**/_next/static/**/*.js");
  await page.reload();
  await expect(page.getByText("draft kept")).toBeVisible();
  await expect(plan("By")).toHaveValue("phone");
  await expect(plan("Helps them")).toHaveValue("The audit in spring asks for these readings");
});
