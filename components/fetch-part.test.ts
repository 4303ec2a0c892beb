import { expect, test } from "vitest";

import { fetchPart } from "#components/fetch-part.ts";

/** Fails the first `failures` times it is asked. */
function aFetch(failures: number) {
  let asked = 0;
  const load = async () => {
    asked += 1;
    if (asked <= failures) throw new Error(`lost ${asked}`);
    return "here";
  };
  return { load, asked: () => asked };
}

test.each([
  [0, 1],
  [1, 2],
  [2, 3],
])("a fetch lost %i times is here after %i tries", async (failures, tries) => {
  const { load, asked } = aFetch(failures);
  await expect(fetchPart(load, [0, 0])).resolves.toBe("here");
  expect(asked()).toBe(tries);
});

test("a fetch that stays lost says so with its last error, and is not tried forever", async () => {
  const { load, asked } = aFetch(Infinity);
  await expect(fetchPart(load, [0, 0])).rejects.toThrow("lost 3");
  expect(asked()).toBe(3);
});
