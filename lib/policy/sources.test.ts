import { expect, test } from "vitest";

import { defaultPolicy } from "#lib/policy/defaults.ts";
import { numbersOf } from "#lib/policy/numbers.ts";
import { notedPaths, noteOf } from "#lib/policy/sources.ts";

const paths = [...numbersOf(defaultPolicy).keys()];

test("every number of the policy says what it is, what it is measured in, where it comes from and how sure that is", () => {
  const unsaid = paths.filter((path) => {
    const note = noteOf(path);
    return !note?.label || !note.unit || note.source.length < 10 || !["high", "medium", "low"].includes(note.confidence);
  });
  expect(unsaid).toEqual([]);
});

test("no entry outlives its number", () => {
  expect(notedPaths.filter((path) => !paths.includes(path))).toEqual([]);
});

test("what is unknown has no note", () => {
  for (const path of ["", "version", "rhythms.cold.email.source", "pressure", "noes.least"]) expect(noteOf(path)).toBeNull();
});

test("the tale of the fifth to twelfth contact is told nowhere", () => {
  expect(paths.map((path) => noteOf(path)!.source).filter((source) => /80 ?%|twelfth|sales executive/i.test(source))).toEqual([]);
});
