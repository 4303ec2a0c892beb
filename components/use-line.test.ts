import { describe, expect, test } from "vitest";

import { namedAmong, namedIn } from "#components/use-line.ts";

const rosa = { id: "r", name: "Rosa Quispe Mamani" };
const people = [rosa, { ...rosa }, { id: "d", name: "Delarosa Ruiz" }, { id: "a", name: "Ana Ruiz" }];

test("without a server the one who bears the name on the page is meant; several or none are nobody yet", () => {
  expect(namedAmong("rosa", people)).toEqual({ state: "found", person: rosa });
  expect(namedAmong("Ana Ruiz", people)).toMatchObject({ state: "found", person: { id: "a" } });
  expect(namedAmong("Ruiz", people)).toEqual({ state: "nobody" });
  expect(namedAmong("Otto", people)).toEqual({ state: "nobody" });
  expect(namedAmong("Rosa", [...people, { id: "z", name: "Zoe Rosa" }])).toEqual({ state: "found", person: rosa });
});

describe("of those a search found", () => {
  const found = (id: string, name: string, detail = "", near = false) => ({ id, name, detail, near });
  const klein = found("k", "Rosa Klein", "Altiplano");
  const person = { id: "k", name: "Rosa Klein" };

  test("the one whom the name fits best is meant, whoever else holds its letters, its word elsewhere or its like", () => {
    const others = [
      found("d", "Delarosa Ruiz"),
      found("z", "Zoe Rosa"),
      found("s", "Ben Ode", "Santa Rosa Foods"),
      found("n", "Rose Bay", "", true),
    ];
    expect(namedIn("rosa", [...others, klein], null)).toEqual({ state: "found", person });
    expect(namedIn("Rosa Altiplano", [klein, found("d", "Rosa Ruiz", "Vilar")], null)).toEqual({ state: "found", person });
    expect(namedIn("rosa", [found("s", "Ben Ode", "Santa Rosa Foods"), found("z", "Zoe Rosa")], null)).toMatchObject({
      person: { id: "z" },
    });
  });

  test("several whom it fits equally are left to the rep", () => {
    expect(namedIn("Rosa", [klein, found("q", "Rosa Quispe")], null)).toEqual({ state: "several" });
    expect(namedIn("Rosa", [found("y", "Yva Rosa"), found("z", "Zoe Rosa")], null)).toEqual({ state: "several" });
  });

  test("a full page hides nobody who begins with the name, but may hide others who bear it", () => {
    const full = Array.from({ length: 7 }, (_, i) => found(`${i}`, `Rosalind ${i}`));
    expect(namedIn("Rosa", [klein, ...full], null)).toEqual({ state: "found", person });
    expect(namedIn("Rosa", [...full, found("z", "Zoe Rosa")], null)).toEqual({ state: "several" });
    const near = full.map((each) => ({ ...each, near: true }));
    expect(namedIn("Rosa", [found("z", "Zoe Rosa"), ...near], null)).toMatchObject({ state: "found" });
  });

  test("on somebody's record only those who bear the name come up instead", () => {
    const ben = { id: "b", name: "Ben Ode" };
    expect(namedIn("Rosa", [found("d", "Delarosa Ruiz")], ben)).toEqual({ state: "nobody" });
    expect(namedIn("Rosa", [found("d", "Delarosa Ruiz")], null)).toEqual({ state: "several" });
  });
});
