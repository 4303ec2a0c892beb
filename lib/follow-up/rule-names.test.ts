import { expect, test } from "vitest";

import { ruleNames, ruleSubjects } from "#lib/follow-up/rule-names.ts";

test.each(Object.entries(ruleNames))("%s says what it is about, in other words than those of a refusal", (rule, refused) => {
  expect(ruleSubjects[rule]).toMatch(/^[A-Z]/);
  expect(ruleSubjects[rule]).not.toBe(refused);
});
