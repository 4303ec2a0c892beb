// Presses keys on the longest pages a rep can open and measures how soon something is seen, and what jumps by itself; started by npm run bench:interactions.
import os from "node:os";
import type { BrowserContext, Page } from "@playwright/test";

import { quantiles, tableLine, type Timing } from "./measure.ts";
import { openBrowser, readShift, takePaints, timePresses } from "./paint.ts";

/** Milliseconds from a press to the next paint, at p95. */
const mostWait = 100;
/** Cumulative layout shift of a page that is left alone; what the web calls good ends at 0.1. */
const mostShift = 0.05;

/** Where to press, and as whom; `record` is a prospect with a long history, the first of the list where none is named. */
export type Desk = { address: string; email: string; password: string; record?: string };
type Press = { name: string; path: string; act: (page: Page) => Promise<unknown> };

const wholeGroup = "/today?all=left-alone";
const letter = "Dear Ana, the new audit rule touches two of your cold rooms; I just wanted to check in and send you the checklist we made";
const line = "called Ana, voicemail, sent the checklist, try Tue 10am, she asked about the audit";
const words = "montenegro audit checklist";

/** Measures all of it and prints a table; whether every press and every page stayed within its limit. */
export async function measureInteractions(desk: Desk): Promise<boolean> {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", reducedMotion: "reduce" });
    await signIn(context, desk);
    await timePresses(context);
    const page = await context.newPage();
    const record = desk.record ?? (await firstRecord(page, desk.address));
    const bare = await measureBare(page, desk.address);
    console.log(`load ${os.loadavg()[0]!.toFixed(1)} on ${os.cpus().length} processors; ratio to the same presses on a bare page`);
    console.log(`\n${"press to next paint".padEnd(46)}${"p50 ms".padStart(8)}${"p95 ms".padStart(8)}${"ratio".padStart(8)}`);
    console.log(tableLine(bare, bare.p50));
    const slow = await eachInTurn(presses(record), async (press) => printPress(await measurePress(page, desk.address, press), bare));
    console.log(`\n${"layout shift of a page left alone".padEnd(46)}${"CLS".padStart(8)}`);
    const jumpy = await eachInTurn(pages(record), (path) => printShift(page, desk.address, path));
    return [...slow, ...jumpy].every(Boolean);
  } finally {
    await browser.close();
  }
}

const pages = (record: string): string[] => [
  ...[
    "/today",
    wholeGroup,
    "/prospects",
    "/companies",
    "/deals",
    "/deals?view=table",
    "/schedule?who=team",
    "/schedule?view=week&who=team",
  ],
  ...["/library", "/library/templates", "/notices", "/search?q=an", "/import", "/settings", record, `${record}?tab=facts`],
];

const presses = (record: string): Press[] => [
  { name: "Today: j", path: "/today", act: again("j", 60) },
  { name: "Today, a whole group: j", path: wholeGroup, act: again("j", 60) },
  { name: "Today, a whole group: x chooses a row", path: wholeGroup, act: afterFocus(again("x", 40)) },
  { name: "Today, a whole group: all chosen, by mouse", path: wholeGroup, act: chooseAll },
  { name: "prospects: j", path: "/prospects", act: again("j", 60) },
  { name: "deals board: j", path: "/deals", act: again("j", 60) },
  { name: "deals board: ] asks what was agreed", path: "/deals", act: afterFocus(openAndClose("]")) },
  { name: "deals table: j", path: "/deals?view=table", act: again("j", 60) },
  { name: "schedule of the team: j", path: "/schedule?who=team", act: again("j", 60) },
  { name: "week of the team: j", path: "/schedule?view=week&who=team", act: again("j", 60) },
  { name: "record: the draft, judged at each key", path: record, act: typeInto("#plan-draft", letter) },
  { name: "record: who it helps, judged at each key", path: record, act: typeInto("#plan-helps", letter.slice(0, 60)) },
  { name: "log sheet: opens and closes", path: "/today", act: openAndClose("l") },
  { name: "log sheet: the line, read at each key", path: "/today", act: inSheet("l", "#log-line", line) },
  { name: "palette: opens and closes", path: "/prospects", act: openAndClose("Control+k") },
  { name: "palette: words", path: "/prospects", act: inSheet("Control+k", ".palette input", words) },
  { name: "palette: arrows", path: "/prospects", act: inSheet("Control+k", ".palette input", again("ArrowDown", 30)) },
];

type Act = Press["act"];

function again(key: string, count: number): Act {
  return (page) =>
    eachInTurn([...Array(count).keys()], async () => {
      await page.keyboard.press(key);
      await page.waitForTimeout(50);
    });
}

function afterFocus(act: Act): Act {
  return async (page) => {
    await page.keyboard.press("j");
    await takePaints(page);
    await act(page);
  };
}

function typeInto(field: string, what: string | Act): Act {
  return async (page) => {
    await page.locator(field).focus();
    await (typeof what === "string" ? page.keyboard.type(what, { delay: 80 }) : what(page));
  };
}

function inSheet(key: string, field: string, what: string | Act): Act {
  return async (page) => {
    await page.keyboard.press(key);
    await page.locator(field).waitFor();
    await takePaints(page);
    await typeInto(field, what)(page);
  };
}

/** A dialog's code is fetched at its first opening, which is not counted. */
function openAndClose(key: string): Act {
  const once = async (page: Page) => {
    await page.keyboard.press(key);
    await page.locator("dialog[open]").waitFor();
    await page.waitForTimeout(100);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "hidden" });
  };
  return async (page) => {
    await once(page);
    await takePaints(page);
    await eachInTurn([...Array(15).keys()], () => once(page));
  };
}

async function chooseAll(page: Page): Promise<void> {
  const box = page.getByRole("checkbox", { name: /^Choose all/ }).last();
  await box.click();
  await takePaints(page);
  await eachInTurn([...Array(20).keys()], async () => {
    await box.click();
    await page.waitForTimeout(100);
  });
}

/** The letter typed on a page of ours that holds nothing but a text field. */
async function measureBare(page: Page, address: string): Promise<Timing> {
  await page.goto(`${address}/api/health`);
  await page.evaluate(() => document.body.replaceChildren(document.createElement("textarea")));
  await typeInto("textarea", letter)(page);
  const paints = await takePaints(page);
  return { name: "a bare page: typing", ...quantiles(paints), rounds: paints.length };
}

async function measurePress(page: Page, address: string, { name, path, act }: Press): Promise<Timing> {
  await settle(page, `${address}${path}`);
  await act(page);
  const paints = await takePaints(page);
  return { name, ...quantiles(paints), rounds: paints.length };
}

function printPress(timing: Timing, bare: Timing): boolean {
  const isSoon = timing.p95 <= mostWait;
  console.log(`${tableLine(timing, bare.p50)}  ${isSoon ? "within" : "OVER"} ${mostWait} ms, ${timing.rounds} presses`);
  return isSoon;
}

async function printShift(page: Page, address: string, path: string): Promise<boolean> {
  await settle(page, `${address}${path}`);
  await page.waitForTimeout(500);
  const shift = await readShift(page);
  console.log(`${path.slice(0, 45).padEnd(46)}${shift.toFixed(3).padStart(8)}${shift > mostShift ? `  OVER ${mostShift}` : ""}`);
  return shift <= mostShift;
}

async function settle(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForLoadState("networkidle");
}

async function firstRecord(page: Page, address: string): Promise<string> {
  await settle(page, `${address}/prospects`);
  return (await page.locator("[data-row] a[href^='/prospects/']").first().getAttribute("href"))!;
}

async function signIn(context: BrowserContext, { address, email, password }: Desk): Promise<void> {
  const answer = await context.request.post(`${address}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: address },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
}

async function eachInTurn<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  // one person has one keyboard
  // oxlint-disable-next-line no-await-in-loop
  for (const each of all) results.push(await work(each));
  return results;
}
