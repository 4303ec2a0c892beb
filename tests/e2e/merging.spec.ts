import { expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

async function add(page: Page, name: string, title: string, email: string): Promise<string> {
  await page.goto("/prospects/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Job title").fill(title);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Country").selectOption("NL");
  await page.getByLabel("Where do you have this from?").fill("Met at a fair");
  await page.getByRole("button", { name: "Add this person" }).click();
  const insist = page.getByRole("button", { name: /anyway|all the same|someone else/i });
  await expect(page.getByRole("heading", { name, level: 1 }).or(insist).first()).toBeVisible();
  if (await insist.isVisible()) await insist.click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("two records of one person become one, and the address of the other leads to it", async ({ page }, { project }) => {
  const run = `${project.name} ${Date.now().toString(36)}`;
  const [first, second] = [`Signe Nordahl ${run}`, `S. Nordahl ${run}`];
  const email = `signe.${run.replace(" ", ".")}@nordahl.example`;
  await signIn(page, "rep");
  const folded = await add(page, first, "Head of quality", email);
  const kept = await add(page, second, "Quality", email);

  await page.goto(`${kept}?tab=facts`);
  await expect(page.getByText("Perhaps the same person:")).toBeVisible();
  await page.getByText("Perhaps the same person:").getByRole("link", { name: first }).click();
  await expect(page.getByRole("heading", { name: `Merge into ${second}`, level: 1 })).toBeVisible();
  await expect(page.getByRole("table").getByText(first)).toBeVisible();
  await expect(page.getByText("cannot be told apart again")).toBeVisible();
  await expectNoProblems(page);

  await page.getByRole("group", { name: "Name" }).getByText(first).click();
  await page.getByRole("button", { name: "Merge the two" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "cannot be undone" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Name" }).getByLabel(first)).toBeChecked();
  await page.getByLabel("it is the same person").check();
  await page.getByRole("button", { name: "Merge the two" }).click();
  await expect(page.getByRole("heading", { name: first, level: 1 })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${kept}$`));
  await expect(page.getByText("became one", { exact: false }).first()).toBeVisible();

  await page.goto(folded);
  await expect(page).toHaveURL(new RegExp(`${kept}$`));
  await page.goto(`/prospects?q=${encodeURIComponent(run)}`);
  await expect(page.getByRole("link", { name: first, exact: true })).toHaveCount(1);
  await expect(page.getByRole("link", { name: second, exact: true })).toHaveCount(0);
});
