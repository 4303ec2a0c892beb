import { expect, type Page, test } from "@playwright/test";

import { expectNoProblems, watch } from "#tests/e2e/sign-in.ts";
import { aLinkOf, query, rowsAbout, type Theirs } from "#tests/e2e/prospect-link.ts";

const siobhan = "Siobhán Ní Dhomhnaill";
const titles = {
  en: "How would you like to hear from us?",
  de: "Wie möchten Sie von uns hören?",
  fr: "Comment souhaitez-vous avoir de nos nouvelles ?",
  es: "¿Cómo le gustaría saber de nosotros?",
};

const isCutOff = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const [language, title] of Object.entries(titles))
  for (const colorScheme of ["light", "dark"] as const)
    test(`the prospect's page in ${language}, ${colorScheme}: nothing cut off, no complaint, no script, under 30 kB`, async ({ page }) => {
      const { path } = await aLinkOf("Ana Carvalho Montenegro e Sá");
      await page.emulateMedia({ colorScheme });
      watch(page);
      const fetched: string[] = [];
      page.on("request", (request) => fetched.push(request.url()));
      const response = await page.goto(`${path}?lang=${language}`);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await isCutOff(page)).toBe(false);
      expect(await page.locator("script").count()).toBe(0);
      expect(fetched.filter((url) => !url.startsWith("data:"))).toHaveLength(1);
      expect(response!.headers()["content-encoding"]).toBe("gzip");
      expect((await response!.request().sizes()).responseBodySize).toBeLessThan(30_000);
      await expectNoProblems(page);
    });

test("a browser that runs scripts and follows every link changes nothing about them", async ({ page }) => {
  const theirs = await aLinkOf("Hallgrímur Steinþórsson");
  const before = await rowsAbout(theirs);
  const { baseURL } = test.info().project.use;
  const followed = new Set<string>();
  for (const start of ["", "?done=stop", "?problem=conflict&action=undo-stop", "?lang=fr"]) {
    await page.goto(`${theirs.path}${start}`);
    const links = await page.locator("a").evaluateAll((each) => each.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links.filter((each) => each.startsWith(baseURL!) && !followed.has(each))) {
      followed.add(link);
      await page.goto(link);
    }
  }
  expect(followed.size).toBeGreaterThan(20);
  expect(await rowsAbout(theirs)).toEqual(before);
});

test.describe("without scripts, on a phone", () => {
  test.describe.configure({ mode: "serial" });
  test.use({ javaScriptEnabled: false });
  test.skip(({ isMobile }) => !isMobile, "one journey is enough, and it is a phone's");

  let theirs: Theirs;
  const heard = (page: Page, title: string) => expect(page.getByRole("status").getByRole("heading", { name: title })).toBeVisible();
  const press = (page: Page, name: string | RegExp) =>
    page
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();

  test.beforeAll(async () => {
    theirs = await aLinkOf(siobhan);
    // something she had from the library
    await query(
      `WITH touch AS (INSERT INTO "Touchpoint" ("orgId", id, "prospectId", channel, direction, disposition, at, "timeZone")
         VALUES ($1, gen_random_uuid(), $2, 'email', 'out', 'sent', now() - interval '100 days', 'Europe/Dublin') RETURNING id, at)
       INSERT INTO "AssetShare" ("orgId", id, "assetId", "prospectId", "touchpointId", at)
       SELECT $1, gen_random_uuid(), (SELECT id FROM "ValueAsset" WHERE "orgId" = $1 ORDER BY id LIMIT 1), $2, touch.id, touch.at FROM touch`,
      [theirs.orgId, theirs.prospectId],
    );
  });
  test.beforeEach(({ page }) => page.goto(theirs.path).then(() => undefined));

  test("what is planned: yes, and then another time in her words", async ({ page }) => {
    await press(page, /^Yes, please/);
    await heard(page, "Thank you");
    await expect(page.getByText("You said yes to this.")).toBeVisible();
    await page.getByText("Ask for another time").first().click();
    await page.getByLabel("Another time? When suits you?").fill("After the audit, in the new year");
    await page.locator("details[open]").getByRole("button").click();
    await heard(page, "Taken off");
    const [plan] = await query(`SELECT state, "heldReason" FROM "FollowUp" WHERE "prospectId" = $1 AND shared`, [theirs.prospectId]);
    expect(plan).toEqual({ state: "held", heldReason: "They asked for another time: “After the audit, in the new year”" });
  });

  test("how and how often: a mistake comes back with what was picked, then it is saved", async ({ page }) => {
    await page.getByLabel("Once a month").check();
    await page.getByLabel("Tuesday").check();
    await press(page, "Save my choices");
    await expect(page.getByRole("alert")).toContainText("Tick at least one way");
    await expect(page.getByLabel("Once a month")).toBeChecked();
    await page.getByRole("checkbox", { name: /^E-mail/ }).check();
    await page.getByRole("group", { name: "What you like to hear about" }).getByRole("checkbox").first().check();
    await press(page, "Save my choices");
    await heard(page, "Saved");
    await expect(page.getByText("At most once a month")).toBeVisible();
    await press(page, "Keep it like this");
    await heard(page, "Saved");
  });

  test("what she had, what was agreed, and somebody else", async ({ page }) => {
    await press(page, /^Useful/);
    await heard(page, "Thank you");
    await expect(page.getByText("You said: useful.")).toBeVisible();
    await press(page, /^Yes, that is right/);
    await expect(page.getByText("You confirmed this.")).toBeVisible();
    await page.getByText("Correct it").first().click();
    await page.getByLabel("Not quite? Put it in your words.").fill("We wait for the certificate first");
    await page.locator("details[open]").getByRole("button").click();
    await expect(page.getByText("You told us: “We wait for the certificate first”")).toBeVisible();
    await page.getByLabel("Their name, and how to reach them").fill("Cormac in Cork, +353 20 910 0199");
    await press(page, "Pass it on");
    await heard(page, "Thank you");
    await expect(page.getByText("Cormac in Cork")).toBeVisible();
  });

  test("a topic and a way are stopped and allowed again", async ({ page }) => {
    const topic = page.getByRole("button", { name: /^Nothing more about/ }).first();
    await topic.click();
    await heard(page, "Noted");
    await press(page, "I pressed it by mistake");
    await heard(page, "Noted");
    await press(page, "No more e-mail");
    await heard(page, "Stopped this way");
    await press(page, "Allow e-mail again");
    await heard(page, "Allowed again");
  });

  test("a pause, a day to come back, and what she chose before", async ({ page }) => {
    await press(page, "Pause for two weeks");
    await heard(page, "Quiet until then");
    await press(page, "Come back now");
    await heard(page, "Welcome back");
    const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Come back to me on").fill(inAYear);
    await page.getByLabel("One useful thing").check();
    await press(page, "Come back to me then");
    await heard(page, "We come back to you then");
    await expect(page.getByText("At most 1 useful thing until then")).toBeVisible();
    await expect(page.getByRole("heading", { name: "What you chose before" })).toBeVisible();
  });

  test("in her language: stop everything, and take it back within ten minutes", async ({ page }) => {
    await page.getByRole("link", { name: "Deutsch" }).click();
    await press(page, "Jeden Kontakt stoppen");
    await heard(page, "Gestoppt");
    await expect(page.getByRole("heading", { name: "Brauchen Sie eine Pause?" })).toHaveCount(0);
    const [line] = await query(`SELECT wording, "wordingVersion" FROM "ConsentEvent" WHERE "prospectId" = $1 AND status = 'objected'`, [
      theirs.prospectId,
    ]);
    expect(line).toEqual({ wording: expect.stringMatching(/^Jeden Kontakt stoppen: /), wordingVersion: expect.stringMatching(/ de$/) });
    await press(page, "Das war ein Versehen");
    await heard(page, "Rückgängig gemacht");
  });
});
