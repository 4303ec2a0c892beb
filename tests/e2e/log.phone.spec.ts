import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test("log, queue and plan lie under the thumb, and a touch is logged there", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/today");
  const bar = page.getByRole("navigation", { name: "Main" }).last();
  for (const name of ["Today", "Log", "Plan"]) {
    const box = await bar.getByText(name, { exact: true }).locator("xpath=ancestor-or-self::*[self::a or self::button]").boundingBox();
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
  }
  const person = page.locator("[data-row] a").first();
  await person.click();
  await expect(page).toHaveURL(/\/prospects\//);
  await bar.getByText("Log", { exact: true }).click();
  await page.getByLabel("In one line").fill("emailed, try in two weeks");
  await expect(page.getByRole("list", { name: "Read from the line" })).toContainText("E-mail");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  for (const part of await page.locator("dialog.log .read-part, dialog.log .chip").all())
    expect((await part.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await expectNoProblems(page);
  await page.getByRole("button", { name: /^Close/ }).click();
  await bar.getByText("Plan", { exact: true }).click();
  await expect(page).toHaveURL(/tab=plan/);
});

test("a touch that waits lies between both bars of tabs, and the page makes room for it", async ({ page, context }) => {
  await signIn(page, "rep");
  await page.goto("/today");
  await page.locator("[data-row] a").first().click();
  await expect(page).toHaveURL(/\/prospects\//);
  const bar = page.getByRole("navigation", { name: "Main" }).last();
  await bar.getByText("Log", { exact: true }).click();
  await page.getByLabel("In one line").fill("emailed");
  await expect(page.getByRole("list", { name: "Read from the line" })).toContainText("E-mail");
  await context.setOffline(true);
  await page.getByRole("button", { name: /^Log/ }).last().click();
  const notice = page.locator(".waiting-chip");
  await expect(notice).toContainText("1 touch waits");
  const [top, foot] = [(await notice.boundingBox())!, (await bar.boundingBox())!];
  const tabs = (await page.getByRole("navigation", { name: "Parts of the record" }).boundingBox())!;
  expect(top.y + top.height).toBeLessThanOrEqual(foot.y);
  expect(top.y).toBeGreaterThanOrEqual(tabs.y + tabs.height);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const last = await page.locator("main").evaluate((main) => main.lastElementChild!.getBoundingClientRect().bottom);
  expect(last).toBeLessThanOrEqual((await notice.boundingBox())!.y);
});
