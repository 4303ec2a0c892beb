import { test } from "@playwright/test";
import { signIn } from "#tests/e2e/sign-in.ts";
test("look", async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, "admin");
  await page.goto("/prospects?state=ends-soon");
  const href = (await page.locator("a[href*='/prospects/0']").first().getAttribute("href"))!.split("?")[0]!;
  for (const [w, h] of [
    [1280, 900],
    [390, 844],
  ] as const)
    for (const scheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width: w, height: h });
      await page.emulateMedia({ colorScheme: scheme });
      for (const [name, path] of [
        ["law", "/law"],
        ["supp", "/suppressions"],
        ["consent", `${href}/consent`],
        ["facts", `${href}?tab=facts`],
        ["list", "/prospects?state=ends-soon"],
      ] as const) {
        if (scheme === "dark" && (name === "list" || name === "facts")) continue;
        await page.goto(path);
        if (name === "law") {
          await page.locator("#US-FL > summary").click();
          await page.locator("#US-FL").getByText("Set it differently here").click();
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        console.log(name, w, scheme, "overflow", over);
        await page.screenshot({ path: `/tmp/wt/law-shots/${name}-${w}-${scheme}.png`, fullPage: true });
      }
    }
});
