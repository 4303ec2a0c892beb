import { expect, test } from "vitest";

import { ownPath } from "#lib/people/own-path.ts";

test.each(["/today", "/prospects?owner=me", "/prospects/0195-ab/edit", "/deals"])("%s is ours", (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each([
  undefined,
  null,
  ["/today"],
  "",
  "today",
  "/",
  "//evil.example",
  "/\\evil.example",
  "/today\\..\\evil",
  "https://evil.example",
  "/%2f/evil.example",
  "/prospects\n//evil.example",
  "/todayx",
  "/api/auth/sign-out",
  "/sign-in?to=/today",
  "/prospects@evil.example",
  "javascript:alert(1)",
])("%j is not, and leads to Today", (asked) => {
  expect(ownPath(asked)).toBe("/today");
});
