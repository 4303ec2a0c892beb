import { expect, test } from "vitest";

import { checks } from "./architecture/checks.ts";
import { readSources } from "./architecture/sources.ts";

const sources = readSources(["app", "components", "lib", "proxy.ts", "instrumentation.ts"]);

test.each(Object.entries(checks))("%s", (_rule, check) => {
  expect(check(sources)).toEqual([]);
});

test("the scripts, the seed and the tests are small and finished, too", () => {
  const others = readSources(["prisma", "tests"]).filter(({ path }) => !path.startsWith("tests/architecture"));
  expect(checks["no file outgrows a screenful of thought"](others)).toEqual([]);
  expect(checks["nothing is left unfinished"](others)).toEqual([]);
});
