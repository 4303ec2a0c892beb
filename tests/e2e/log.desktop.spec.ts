import { expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test.describe.configure({ mode: "default" });

const letters = () => Array.from({ length: 5 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join("");
const given = `Y${letters()}`;
const name = `${given} Quist`;
const digits = String(1_000 + Math.floor(Math.random() * 9_000));

let record = "";

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, "rep");
  await page.goto("/prospects/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Phone", { exact: true }).fill(`+31 20 555 ${digits}`);
  await page.getByLabel("Country").selectOption("NL");
  await page.getByLabel("Where do you have this from?").fill("She asked us at a fair");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible({ timeout: 20_000 });
  record = new URL(page.url()).pathname;
  await page.close();
});

const sheet = (page: Page) => page.getByRole("dialog", { name: "Log a touch" });
const read = (page: Page) => page.getByRole("list", { name: "Read from the line" });

test("a touch is logged in one line: at most 45 keys, seen before it is saved, and the next one is only proposed", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/today");
  await expect(async () => {
    if (!(await sheet(page).isVisible())) await page.keyboard.press("l");
    await expect(page.getByLabel("In one line")).toBeFocused({ timeout: 1_000 });
  }).toPass();

  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset.keys = "1"; // the l
    document.addEventListener("keydown", () => (dataset.keys = String(Number(dataset.keys) + 1)), true);
  });
  const line = `called ${given}, vm, try Tue 10am`;
  await page.keyboard.type(line, { delay: 20 });
  await expect(read(page)).toContainText(name);
  for (const part of ["Phone", "Left a voicemail", /Next: Tue \d+ \w+, 10:00/]) await expect(read(page)).toContainText(part);
  await expectNoProblems(page);
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toBeHidden();
  expect(await page.evaluate(() => Number(document.documentElement.dataset.keys))).toBeLessThanOrEqual(45);

  await expect(page).toHaveURL(new RegExp(`${record}\\?tab=plan`));
  await expect(page.locator("#plan-channel")).toHaveValue("phone");
  await expect(page.locator("#plan-at")).toHaveValue(/T10:00$/);
  await expect(page.getByText("Left a voicemail").or(page.getByText("Phone: left a voicemail")).first()).toBeVisible();
  await page.goto("/schedule");
  await expect(page.getByText(name)).toHaveCount(0);
});

test("a touch is taken back right after it was logged, on the record and beside what is offered next", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto(record);
  const log = async (line: string) => {
    await page.getByRole("button", { name: /^Log/ }).first().click();
    await page.getByLabel("In one line").fill(line);
    await page.getByLabel("In one line").press("Enter");
    await expect(sheet(page)).toBeHidden();
  };
  await log("called, we talked, “not what we said at all”");
  await expect(page.getByText("not what we said at all")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back; it does not count.").first()).toBeVisible();
  await expect(page.getByText("Taken back; it does not count.")).toHaveCount(2);
  await expectNoProblems(page);

  await page.goto("/today");
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await page.getByLabel("In one line").fill(`called ${given}, we talked`);
  await expect(read(page)).toContainText(name);
  await page.getByLabel("In one line").press("Enter");
  await page
    .getByRole("dialog", { name: `Next with ${name}` })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(page.getByText("Taken back; it does not count.")).toBeVisible();
  await expect(page.getByRole("dialog", { name: `Next with ${name}` })).toBeHidden();
});

test("one of several is chosen by the rep, and a field changed by hand stays", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/today");
  await page.getByRole("button", { name: /^Log/ }).first().click();
  const line = page.getByLabel("In one line");
  await line.fill("called mar, no answer, odd words here");
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("odd words here");
  await page.getByLabel("Note", { exact: true }).fill("my own words");
  await line.fill("called mar, no answer, other words");
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("my own words");
  await expect(page.getByRole("listbox", { name: "Prospects" }).getByRole("option").first()).toBeVisible();
  await line.press("Enter");
  await expect(page.getByLabel("Who", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
});

test("a reload loses nothing of the line; nobody answering, a voicemail is prepared or advised against", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto(record);
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await page.getByLabel("In one line").fill("called, no answer");
  await expect(page.getByRole("region", { name: "Leave a voicemail?" })).toBeVisible();
  await expectNoProblems(page);
  await page.reload();
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await expect(page.getByLabel("In one line")).toHaveValue("called, no answer");
  await page.getByLabel("In one line").fill("");
});

test("out of reach, a touch waits on the device and is sent once when the connection is back", async ({ page, context }) => {
  await signIn(page, "rep");
  await page.goto(record);
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await expect(sheet(page)).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel("In one line").fill("called, we talked, “the Friday list is late”");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 touch waits to be sent")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("1 touch waits to be sent")).toBeHidden();
  await expect(page.getByText(/^Sent, it waited here/)).toBeVisible();
  await page.reload();
  await expect(page.getByText("the Friday list is late")).toHaveCount(1);
});

test("what one member typed or could not send is neither shown nor sent to whoever signs in next, and waits for them", async ({
  page,
  context,
}) => {
  const offered: string[] = [];
  page.on("request", (request) => request.method() === "POST" && offered.push(request.postData() ?? ""));
  await signIn(page, "rep");
  await page.goto(record);
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await expect(sheet(page)).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel("In one line").fill("called, we talked, “only I heard this”");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 touch waits to be sent")).toBeVisible();
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await page.getByLabel("In one line").fill("called, no answer, half a line");
  await page.keyboard.press("Escape");

  // somebody else signs in beside this page, which does not know it yet
  await signIn(page, "manager");
  await context.setOffline(false);
  await expect(page.getByRole("link", { name: "Sign in to send" })).toBeVisible();

  await page.goto(record);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await expect(page.getByLabel("In one line")).toHaveValue("");
  await expect(page.getByText("to be sent")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("only I heard this")).toHaveCount(0);

  await signIn(page, "rep");
  await page.goto(record);
  await expect(page.getByText(/^Sent, it waited here/)).toBeVisible();
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await expect(page.getByLabel("In one line")).toHaveValue("called, no answer, half a line");
  await page.getByLabel("In one line").fill("");
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.getByText("only I heard this")).toHaveCount(1);
  expect(offered.filter((body) => body.includes("only I heard this")).length).toBeGreaterThan(0);
});

test("what waits and is refused comes back as it was typed", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto(record);
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await expect(sheet(page)).toBeVisible();
  await page.context().setOffline(true);
  await page.getByLabel("In one line").fill("some words of no outcome");
  await page.keyboard.press("Enter");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByLabel("In one line")).toHaveValue("some words of no outcome");
  await page.getByLabel("In one line").fill("called, no answer, some words of no outcome");
  await page.getByLabel("In one line").press("Enter");
  await expect(page.getByRole("button", { name: "Open it" })).toBeHidden();
});

test("a number dials, and the call is offered to be logged", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto(record);
  const number = page.getByRole("link", { name: new RegExp(digits) }).first();
  await expect(number).toHaveAttribute("href", `tel:+3120555${digits}`);
  await number.click();
  await page.getByRole("button", { name: "Log this call" }).click();
  await expect(page.getByRole("radio", { name: "Phone" })).toBeChecked({ timeout: 15_000 });
});

test("the app can be kept, and its store holds the shell alone", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto("/today");
  const manifest = await page.request.get((await page.locator("link[rel=manifest]").getAttribute("href"))!);
  expect(await manifest.json()).toMatchObject({ start_url: "/today", display: "standalone" });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto(record);
  await page.goto("/schedule");
  const kept = () =>
    page.evaluate(async () => {
      const caches = await window.caches.keys();
      const requests = await Promise.all(caches.map(async (each) => (await window.caches.open(each)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(async () => (await kept()).some((path) => path.startsWith("/_next/static/"))).toBe(true);
  expect((await kept()).filter((path) => !/^\/(_next\/static\/|icons\/|offline\.)/.test(path))).toEqual([]);
});

test("signed out meanwhile, nothing is lost: the sign-in leads back to the sheet as it was", async ({ page }) => {
  await signIn(page, "rep");
  await page.goto(record);
  await page.getByRole("button", { name: /^Log/ }).first().click();
  await page.getByLabel("In one line").fill("called, we talked, many words to keep");
  await page.context().clearCookies();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await signIn(page, "rep");
  await page.reload();
  await expect(page.getByLabel("In one line")).toHaveValue("called, we talked, many words to keep");
  await page.getByLabel("In one line").fill("");
});
