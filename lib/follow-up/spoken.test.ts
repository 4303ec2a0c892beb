import { expect, test } from "vitest";

import { spokenOf } from "#lib/follow-up/spoken.ts";

test("the first wish that we speak wins, whatever form it has", () => {
  expect(spokenOf("de-AT", "fr")).toBe("de");
  expect(spokenOf(null, "pt-BR,es;q=0.8,en;q=0.5")).toBe("es");
  expect(spokenOf(undefined, "xx", "")).toBe("en");
  expect(spokenOf("DE_ch")).toBe("de");
});
