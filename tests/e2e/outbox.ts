import { expect, type Browser } from "@playwright/test";

import { signIn } from "#tests/e2e/sign-in.ts";

/** What an admin reads in the outbox: the address of the newest message to somebody, where no mail is sent. */
export async function linkInOutbox(browser: Browser, to: string): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, "admin");
  await page.goto("/outbox?state=queued");
  const message = page.getByRole("listitem").filter({ hasText: to }).first();
  await expect(message).toBeVisible();
  await message.getByText("Read it", { exact: true }).click();
  const href = await message.getByRole("link").first().getAttribute("href");
  await context.close();
  return href!;
}
