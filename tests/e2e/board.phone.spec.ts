import { type CDPSession, expect, type Page, test } from "@playwright/test";

import { expectNoProblems, signIn } from "#tests/e2e/sign-in.ts";

type Point = { x: number; y: number };

/** One finger, as the device sends it. */
const fingerOf = (session: CDPSession) => {
  const send = (type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", points: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    down: (at: Point) => send("touchStart", [at]),
    move: async (from: Point, to: Point, steps = 8) => {
      for (let i = 1; i <= steps; i += 1)
        await send("touchMove", [{ x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps }]);
    },
    up: () => send("touchEnd", []),
    cancel: () => send("touchCancel", []),
  };
};

async function openBoard(page: Page) {
  await signIn(page, "rep");
  await page.goto("/deals");
  const column = page.locator("section[data-column]").first();
  const card = column.locator("[data-card]").first();
  await card.scrollIntoViewIfNeeded();
  const box = (await card.boundingBox())!;
  const title = (await card.getByRole("heading").textContent())!;
  const dialog = page.getByRole("dialog", { name: `Move ${title}` });
  const finger = fingerOf(await page.context().newCDPSession(page));
  const at = { x: box.x + box.width - 60, y: box.y + 50 };
  // what drags is fetched once the page stands
  const pickUp = () =>
    expect(async () => {
      await finger.down(at);
      await expect(card)
        .toHaveClass(/dragged/, { timeout: 1_000 })
        .catch(async (error: unknown) => {
          await finger.cancel();
          throw error;
        });
    }).toPass();
  return { card, title, dialog, finger, column, at, pickUp };
}

test("a finger that rests on a card picks it up, the board goes on at its edge, and the drop asks", async ({ page }) => {
  const { title, dialog, finger, column, at, pickUp } = await openBoard(page);
  const board = page.locator(".board");
  await pickUp();
  const edge = { x: 380, y: at.y };
  await finger.move(at, edge);
  await expect.poll(() => board.evaluate((element) => element.scrollLeft)).toBeGreaterThan(200);
  await finger.move(edge, { x: 195, y: at.y });
  const over = page.locator("section.column.over");
  await expect(over).toHaveCount(1);
  const target = (await over.getAttribute("data-column"))!;
  await finger.up();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel("To")).toHaveValue(target);
  await expect(dialog.getByText("What did you both agree?")).toBeVisible();
  await expectNoProblems(page);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(column.getByRole("heading", { name: title })).toBeAttached();
  await expect(page).toHaveURL(/\/deals$/);
});

test("won and lost lie above the tab bar, and a drop on one of them asks", async ({ page }) => {
  const { dialog, finger, at, pickUp } = await openBoard(page);
  await pickUp();
  const won = page.locator(".board-ends > div").first();
  const box = (await won.boundingBox())!;
  expect(box.y + box.height).toBeLessThan((await page.locator(".tabbar").boundingBox())!.y);
  await finger.move(at, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await expect(won).toHaveClass(/over/);
  await finger.up();
  await expect(dialog.getByLabel("To", { exact: true })).toHaveValue((await won.getAttribute("data-column"))!);
  await dialog.getByRole("button", { name: "Close" }).click();
});

test("a finger that goes on scrolls the board and picks nothing up", async ({ page }) => {
  const { card, dialog, finger, at } = await openBoard(page);
  await finger.down(at);
  await finger.move(at, { x: at.x - 150, y: at.y });
  await expect.poll(() => page.locator(".board").evaluate((element) => element.scrollLeft)).toBeGreaterThan(60);
  await expect(card).not.toHaveClass(/dragged/);
  await finger.up();
  await expect(dialog).toBeHidden();
});

test("a drag that is cancelled, or ends where it began, changes nothing", async ({ page }) => {
  const { card, dialog, finger, at, pickUp } = await openBoard(page);
  await pickUp();
  await finger.move(at, { x: at.x + 60, y: at.y + 20 });
  await finger.cancel();
  await expect(card).not.toHaveClass(/dragged/);
  await expect(page.locator(".card.ghost")).toHaveCount(0);
  await pickUp();
  await finger.up();
  await expect(card).not.toHaveClass(/dragged/);
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/deals$/);
});
