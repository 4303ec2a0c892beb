import { expect, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

test("a calendar link is made, shown once, replaced and ended", async ({ page, request }, { project }) => {
  // each project has its own member, whose link no other journey replaces
  await signIn(page, project.name === "phone" ? "manager" : "rep");
  await page.goto("/settings");
  const calendar = page.getByRole("region", { name: "Your calendar" });
  await calendar.getByRole("button", { name: /Make a link|Replace it/ }).click();
  const address = calendar.getByLabel("Calendar address");
  await expect(address).toHaveValue(/\/calendar\/[\w-]{64}\/feed\.ics$/);
  const first = await address.inputValue();
  const feed = await request.get(first);
  expect([feed.status(), feed.headers()["content-type"], feed.headers()["cache-control"]]).toEqual([
    200,
    "text/calendar; charset=utf-8",
    "private, no-store",
  ]);
  expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await expectNoProblems(page);

  await calendar.getByRole("button", { name: "Replace it with a new one" }).click();
  await expect(address).not.toHaveValue(first);
  expect((await request.get(first)).status()).toBe(404);
  await page.reload();
  await expect(address).toHaveCount(0);
  await calendar.getByRole("button", { name: "End it" }).click();
  await expect(calendar.getByText("There is no link yet.")).toBeVisible();
});

test("a digest is chosen, and says when the next one comes", async ({ page }, { project }) => {
  await signIn(page, project.name === "phone" ? "manager" : "rep");
  await page.goto("/settings");
  const digest = page.getByRole("region", { name: "Daily digest" });
  await digest.getByText("Every day").click();
  await digest.getByLabel("At", { exact: true }).selectOption("07:00");
  await digest.getByRole("button", { name: "Save" }).click();
  await expect(digest.getByText(/The next one comes .* at 07:00/)).toBeVisible();
  await page.reload();
  await expect(digest.getByRole("radio", { name: "Every day" })).toBeChecked();
  await digest.getByText("Not at all").click();
  await digest.getByRole("button", { name: "Save" }).click();
  await expect(digest.getByText("None comes on a day with nothing to do.")).toBeVisible();
});
