import { expect, test } from "vitest";

import { mend } from "./mend.ts";
import { aPlan, judge } from "#tests/factories/dossier.ts";

test("G2: an ask beyond what they have come to is mended by asking for less", () => {
  const bold = judge(aPlan({ ask: "commitment", draft: "", helps: "It saves time at the next audit" }));
  const reason = bold.reasons.find(({ remedy }) => remedy?.do === "ask-less");
  expect(bold).toMatchObject({ kind: "rewrite", value: { enough: false } });
  expect(bold.value.reach).toBeGreaterThan(0);
  const mended = mend(bold.plan, reason!.remedy!);
  expect(judge({ ...bold.plan, ...("change" in mended && mended.change) })).toMatchObject({ kind: "allow", value: { reach: 0 } });
});
