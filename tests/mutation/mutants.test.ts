import fs from "node:fs";

import { expect, test } from "vitest";

import { mutants } from "#tests/mutation/mutants.ts";

const sources = new Map<string, string>();
const sourceOf = (file: string) => sources.get(file) ?? sources.set(file, fs.readFileSync(file, "utf8")).get(file)!;

test.each(mutants)("$file: $find", ({ file, find, replace }) => {
  expect(sourceOf(file).split(find).length - 1, "the place to change stands exactly once in the file").toBe(1);
  expect(replace).not.toBe(find);
});

test("at least seventy rules are flipped or deleted, none twice the same way", () => {
  expect(mutants.length).toBeGreaterThanOrEqual(70);
  expect(new Set(mutants.map(({ file, find, replace }) => `${file} ${find} ${replace}`)).size).toBe(mutants.length);
});
