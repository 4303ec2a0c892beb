import { expect, test } from "@playwright/test";

import { expectSound, watch } from "#tests/e2e/sign-in.ts";
import { aLinkOf, rowsAbout } from "#tests/e2e/prospect-link.ts";

const titles = {
  en: "How would you like to hear from us?",
  de: "Wie möchten Sie von uns hören?",
  fr: "Comment souhaitez-vous avoir de nos nouvelles ?",
  es: "¿Cómo le gustaría saber de nosotros?",
};

for (const [language, title] of Object.entries(titles))
  test(`the prospect's page in ${language}: nothing cut off, no complaint, no script, under 30 kB`, async ({ page }) => {
    const { path } = await aLinkOf("Ana Carvalho Montenegro e Sá");
    watch(page);
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    const response = await page.goto(`${path}?lang=${language}`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.locator("script").count()).toBe(0);
    expect(fetched.filter((url) => !url.startsWith("data:"))).toHaveLength(1);
    expect(response!.headers()["content-encoding"]).toBe("gzip");
    expect((await response!.request().sizes()).responseBodySize).toBeLessThan(30_000);
    await expectSound(page);
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
