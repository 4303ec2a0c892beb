import { expect, test } from "vitest";

import { sayPersistence } from "#lib/cadence/say-persistence.ts";

test.each([
  [0.3, "0.3 too much"],
  [-0.62, "0.6 left alone"],
  [0.04, "under 0.1 too much"],
  [-0.02, "under 0.1 left alone"],
  [0, "neither pressed nor left alone"],
])("%d is %s, wherever it stands", (share, said) => {
  expect(sayPersistence(share)).toBe(said);
});
