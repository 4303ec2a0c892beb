import { expect, test } from "vitest";

import { isFinal, keepsWords, lease, mostTries, nextTry } from "#lib/mail/retry.ts";

const now = new Date("2026-11-18T09:00:00Z");
const waits = Array.from({ length: mostTries - 1 }, (_, i) => nextTry({ responseCode: 451 }, i + 1, now)!.getTime() - now.getTime());

test("each wait is longer than the one before, and all tries end before the words are forgotten", () => {
  expect(waits.every((wait, i) => i === 0 || wait > waits[i - 1]!)).toBe(true);
  expect(nextTry({ responseCode: 451 }, mostTries, now)).toBeNull();
  expect(waits.reduce((sum, wait) => sum + wait + lease, 0)).toBeLessThan(keepsWords);
});

test.each([
  [{ responseCode: 550, code: "EENVELOPE" }, true],
  [{ responseCode: 554, code: "EMESSAGE" }, true],
  [{ code: "EENVELOPE" }, true],
  [{ responseCode: 451, code: "EMESSAGE" }, false],
  [{ responseCode: 421, code: "EENVELOPE" }, false],
  [{ responseCode: 535, code: "EAUTH" }, false],
  [{ code: "ETIMEDOUT" }, false],
  [{ code: "ESOCKET" }, false],
  [{}, false],
])("%j is final: %s", (failure, expected) => {
  expect(isFinal(failure)).toBe(expected);
  expect(nextTry(failure, 1, now) === null).toBe(expected);
});
