import { expect, test } from "vitest";

import { sayWelcome, shelve, stageFor, type Wanting } from "#lib/value/shelf.ts";
import { anAsset, daysFromNow } from "#tests/factories/dossier.ts";

const wanting: Wanting = {
  ...{ topics: ["audits"], refusedTopics: ["Pricing"], language: "pt", facts: [{ value: "Runs two cold stores" }] },
  ...{ said: ["We ship fish on Fridays"], stage: "weighing", day: "2026-11-03" },
};
const named = (title: string, over: Parameters<typeof anAsset>[0] = {}) => anAsset({ id: title, title, ...over });

test("unused and fitting first, then what others welcomed, then what they had, latest first", () => {
  const shelf = shelve(
    [
      named("had first", { sharedAt: daysFromNow(-30) }),
      named("plain", { given: 10, welcomed: 1 }),
      named("welcomed", { given: 10, welcomed: 9 }),
      named("about fish", { topics: ["fish"] }),
      named("chosen and fish", { topics: ["Audits", "fish"] }),
      named("had last", { sharedAt: daysFromNow(-3) }),
      named("ended", { topics: ["audits"], expiresOn: "2026-11-02" }),
      named("last day", { topics: ["audits"], expiresOn: "2026-11-03" }),
      named("unwelcome", { topics: ["pricing"] }),
    ],
    wanting,
  );
  const titles = (assets: { title: string }[]) => assets.map(({ title }) => title);
  expect(titles(shelf.fits)).toEqual(["chosen and fish", "about fish", "last day"]);
  expect(titles(shelf.fresh)).toEqual(["welcomed", "plain"]);
  expect(titles(shelf.had)).toEqual(["had last", "had first"]);
  expect(titles(shelf.over)).toEqual(["ended", "unwelcome"]);
});

test("another language or another time of theirs does not fit, however near the topic", () => {
  const shelf = shelve(
    [
      named("english", { topics: ["audits"], language: "en" }),
      named("late", { topics: ["audits"], stage: "deciding" }),
      named("now", { stage: "weighing" }),
    ],
    wanting,
  );
  expect(shelf.fits.map(({ title }) => title)).toEqual(["now"]);
  expect(shelf.fresh.map(({ title }) => title)).toEqual(["english", "late"]);
});

test.each([
  [{ relationship: "customer", hasOpenDeal: true, decides: true, hasSpoken: true }, "customer"],
  [{ relationship: "cold", hasOpenDeal: true, decides: true, hasSpoken: true }, "deciding"],
  [{ relationship: "cold", hasOpenDeal: true, decides: false, hasSpoken: false }, "weighing"],
  [{ relationship: "cold", hasOpenDeal: false, decides: true, hasSpoken: false }, "first"],
])("%o is at %s", (standing, stage) => expect(stageFor(standing)).toBe(stage));

test("how it was received is said once somebody had it", () => {
  expect(sayWelcome({ given: 0, welcomed: 0 })).toBeNull();
  expect(sayWelcome({ given: 5, welcomed: 0 })).toBe("given to 5");
  expect(sayWelcome({ given: 15, welcomed: 12 })).toBe("12 of 15 found it useful");
});
