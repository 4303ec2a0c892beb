import { expect, test } from "vitest";

import { ruleNames, ruleSubjects } from "#lib/follow-up/rule-names.ts";

test("each rule that can refuse a plan says what it is about, in other words than those of a refusal", () => {
  for (const [rule, refused] of Object.entries(ruleNames)) {
    expect(ruleSubjects[rule], rule).toMatch(/^[A-Z]/);
    expect(ruleSubjects[rule], rule).not.toBe(refused);
  }
});
