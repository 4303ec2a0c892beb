import { expect, test } from "vitest";

import { namedAmong } from "#components/use-line.ts";

const rosa = { id: "r", name: "Rosa Quispe Mamani" };
const people = [rosa, { ...rosa }, { id: "d", name: "Delarosa Ruiz" }, { id: "a", name: "Ana Ruiz" }];

test("without a server the one who bears the name on the page is meant; several or none are nobody yet", () => {
  expect(namedAmong("rosa", people)).toEqual({ state: "found", person: rosa });
  expect(namedAmong("Ana Ruiz", people)).toMatchObject({ state: "found", person: { id: "a" } });
  expect(namedAmong("Ruiz", people)).toEqual({ state: "nobody" });
  expect(namedAmong("Otto", people)).toEqual({ state: "nobody" });
});
