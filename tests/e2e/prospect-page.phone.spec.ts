import { expect, type Page, test } from "@playwright/test";

import { aLinkOf, query, type Theirs } from "#tests/e2e/prospect-link.ts";

test.describe("without scripts, on a phone", () => {
  test.describe.configure({ mode: "serial" });
  test.use({ javaScriptEnabled: false });

  let theirs: Theirs;
  const heard = (page: Page, title: string) => expect(page.getByRole("status").getByRole("heading", { name: title })).toBeVisible();
  const press = (page: Page, name: string | RegExp) =>
    page
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();

  test.beforeAll(async () => {
    theirs = await aLinkOf("Siobhán Ní Dhomhnaill");
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
    // what a colleague noted is ticked already
    const ticked = page.locator('input[name="channels[]"]:checked');
    while ((await ticked.count()) > 0) await ticked.first().uncheck();
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
