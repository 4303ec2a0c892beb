import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

const question = readFileSync("lib/scoring/examples/welcome.json", "utf8");

test("an admin makes a key, a program asks with it, and once revoked it is refused", async ({ page, playwright, baseURL }, { project }) => {
  const name = `Sequencer on a ${project.name}`;
  await signIn(page, "admin");
  await page.goto("/people");
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();

  await page.getByLabel("What it is for").fill(name);
  await page.getByLabel("What it is for").press("Enter");
  const key = await page.getByLabel(`Key for ${name}`).inputValue();
  await expect(page.getByRole("row", { name })).toContainText("Not yet");

  // a program has no cookies
  const program = await playwright.request.newContext({ baseURL });
  const ask = () => program.post("/api/v1/follow-ups/assess", { data: question, headers: { authorization: `Bearer ${key}` } });
  const answer = await ask();
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ kind: "allow" });
  expect(answer.headers()).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  expect(answer.headers()).not.toHaveProperty("access-control-allow-origin");
  const [again, document] = await Promise.all([program.get("/api/v1/follow-ups/assess"), program.get("/api/v1/openapi.json")]);
  expect([again.status(), document.status()]).toEqual([405, 200]);

  await page.reload();
  const row = page.getByRole("row", { name });
  await expect(row).not.toContainText("Not yet");
  await row.getByRole("button", { name: `Revoke ${name}` }).press("Enter");
  const dialog = page.getByRole("dialog", { name: `Revoke ${name}?` });
  await expectNoProblems(page);
  await dialog.getByRole("button", { name: "Revoke the key" }).click();
  await expect(page.getByText(`${name} is revoked`)).toBeVisible();
  await expect(row).toHaveCount(0);
  expect((await ask()).status()).toBe(401);
  await program.dispose();
});

test("a rep and a manager find no keys", async ({ page }) => {
  for (const role of ["rep", "manager"] as const) {
    await signIn(page, role);
    expect((await page.goto("/people/keys"))?.status()).toBe(404);
  }
});
