import fs from "node:fs";
import { expect, type Cookie, type Page } from "@playwright/test";
import axe from "axe-core";

import { type DemoRole, sessionFile } from "#tests/setup/sign-ins.ts";

const heard = new WeakMap<Page, string[]>();

/** Listens from now on to what the page complains about, for `expectNoProblems`. `signIn` does it; a journey without an account calls it first. */
export function watch(page: Page): void {
  const isNew = !heard.has(page);
  heard.set(page, []);
  if (!isNew) return;
  const hear = (problem: string) => heard.get(page)!.push(problem);
  page.on("console", (message) => message.type() === "error" && hear(message.text()));
  page.on("pageerror", (error) => hear(error.message));
}

/** Makes the page one of the demo's three people, without the sign-in form. */
export async function signIn(page: Page, role: DemoRole): Promise<void> {
  watch(page);
  const { cookies } = JSON.parse(fs.readFileSync(sessionFile(role), "utf8")) as { cookies: Cookie[] };
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
}

const guidelines: axe.RunOnly = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
const colours: axe.RunOnly = { type: "rule", values: ["color-contrast"] };

/** No error in the console since the page was opened, none thrown, and WCAG 2.2 AA as far as a machine can tell. */
export async function expectNoProblems(page: Page): Promise<void> {
  const problems = heard.get(page);
  if (!problems) throw new Error("Call signIn(page, …) or watch(page) before the first visit.");
  await expectNoViolations(page, guidelines);
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
  await expectNoViolations(page, colours);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
}

async function expectNoViolations(page: Page, runOnly: axe.RunOnly): Promise<void> {
  await expect(page).toHaveTitle(/./); // it comes after what it is the title of
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (runOnly) => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run({ runOnly, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, runOnly);
  expect(violations).toEqual([]);
}
