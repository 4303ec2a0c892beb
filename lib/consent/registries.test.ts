import { expect, test } from "vitest";

import { readRegistryList } from "#lib/consent/registries.ts";

test("one number a line, however it is written, and each once", () => {
  const text = "Number\r\n020 7946 0958\r\n+44 20 7946 0958\n0044 20 79460958\n442079460958\n\n(0161) 496 0000\n";
  expect(readRegistryList(text, "GB-TPS")).toEqual({ numbers: ["+442079460958", "+441614960000"], unreadable: 0 });
});

test("the area code in a column of its own, as the Federal Trade Commission gives it", () => {
  expect(readRegistryList("202,5550143\n202,5550144", "US-DNC").numbers).toEqual(["+12025550143", "+12025550144"]);
  expect(readRegistryList("1-202-555-0143", "US-DNC").numbers).toEqual(["+12025550143"]);
});

test("what is no number of that country is counted, not kept", () => {
  expect(readRegistryList("+33 1 70 18 99 00\n12\n02 5550 1234", "AU-DNCR")).toEqual({ numbers: ["+61255501234"], unreadable: 2 });
});
