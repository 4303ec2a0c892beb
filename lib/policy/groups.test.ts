import { expect, test } from "vitest";

import { defaultPolicy } from "#lib/policy/defaults.ts";
import { groupsOf, titleOf } from "#lib/policy/groups.ts";
import { numbersOf } from "#lib/policy/numbers.ts";

const groups = groupsOf(defaultPolicy);

test("every number stands in exactly one group, and no group is empty", () => {
  const shown = groups.flatMap(({ rhythms, paths }) => [...rhythms.flatMap((row) => row.paths), ...paths]);
  expect(shown.toSorted()).toEqual([...numbersOf(defaultPolicy).keys()].toSorted());
  expect(groups.filter(({ rhythms, paths }) => rhythms.length + paths.length === 0)).toEqual([]);
});

test("a number standing alone has a name of its own", () => {
  expect(titleOf("rhythms.cold.email.caps.0")).toBe("Cold, E-mail: most in 7 days");
  expect(titleOf("value.base.soft_no")).toBe("After a no: what any touch must bring");
  expect(titleOf("noes.most")).toBe("Noes until it is over");
  const names = [...numbersOf(defaultPolicy).keys()].map(titleOf);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
