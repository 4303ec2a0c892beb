import { expect, test } from "vitest";

import { asForm, readForm } from "#lib/platform/form.ts";

test("names nest and collect", () => {
  const form = asForm([
    ["offer.kind", "news"],
    ["days[]", "1"],
    ["days[]", "2"],
    ["name", ""],
  ]);
  expect({ ...readForm(form), offer: { ...(readForm(form).offer as object) } }).toEqual({
    offer: { kind: "news" },
    days: ["1", "2"],
    name: "",
  });
});

test.each([
  [
    ["channels[]", "a"],
    ["channels.__proto__.__proto__.get", "x"],
  ],
  [["__proto__.get", "x"]],
  [["constructor.prototype.get", "x"]],
  [
    ["a", "x"],
    ["a.b", "y"],
    ["a[]", "z"],
  ],
  [
    ["a[]", "x"],
    ["a.b", "y"],
  ],
] as [string, string][][])("a field's name reaches no other object (%#)", (...fields) => {
  readForm(asForm(fields));
  expect(({} as Record<string, unknown>).get).toBeUndefined();
  expect(([] as unknown as Record<string, unknown>).get).toBeUndefined();
});
