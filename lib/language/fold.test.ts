import { expect, test } from "vitest";

import { lint } from "#lib/language/phrases.ts";

const hidden = {
  "a mark of direction": "ju\u200est check\u200fing in",
  "an override of direction": "just \u202echecking\u202c in",
  "an invisible operator": "just check\u2062ing in",
  "a variation selector": "just\ufe0f checking in",
  "full width": "ｊｕｓｔ ｃｈｅｃｋｉｎｇ ｉｎ",
  "Cyrillic lookalikes": "ju\u0455t \u0441he\u0441king in",
};

test.each(Object.entries(hidden))("a phrase is found behind %s, where it stands", (_name, text) => {
  const [hit] = lint(`Jill, ${text}. Omar`);
  expect(hit).toMatchObject({ rule: "L1", from: 6 });
  expect(`Jill, ${text}. Omar`.slice(hit!.from, hit!.to)).toBe(text);
});

test("an ellipsis stays one character", () => {
  expect(lint("Well… just checking in.")[0]).toMatchObject({ from: 6, to: 22 });
});
