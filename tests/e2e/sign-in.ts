import fs from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Cookie, type Page } from "@playwright/test";

import { type DemoRole, sessionFile } from "#tests/setup/sign-ins.ts";

const heard = new WeakMap<Page, string[]>();

/** Listens to what the page complains about, for `expectNoProblems`. `signIn` does it; a journey without an account calls it first. */
export function watch(page: Page): void {
  if (heard.has(page)) return;
  const problems: string[] = [];
  heard.set(page, problems);
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
}

/** Makes the page one of the demo's three people, without the sign-in form. */
export async function signIn(page: Page, role: DemoRole): Promise<void> {
  watch(page);
  const { cookies } = JSON.parse(fs.readFileSync(sessionFile(role), "utf8")) as { cookies: Cookie[] };
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No error in the console since the page was opened, none thrown, and WCAG 2.2 AA as far as a machine can tell. */
export async function expectNoProblems(page: Page): Promise<void> {
  const problems = heard.get(page);
  if (!problems) throw new Error("Call signIn(page, …) or watch(page) before the first visit.");
  await expectNoViolations(new AxeBuilder({ page }).withTags(rules));
  expect(problems).toEqual([]);
}

/** One heading, nothing cut off at the side, and no complaint in light or dark. */
export async function expectSound(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectNoProblems(page);
  // only its colours are others in dark
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectNoViolations(new AxeBuilder({ page }).withRules("color-contrast"));
}

async function expectNoViolations(scan: AxeBuilder): Promise<void> {
  const { violations } = await scan.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
