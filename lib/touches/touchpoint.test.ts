import { describe, expect, test } from "vitest";

import { CorrectTouch, impossibleTime, instantOf, LogTouch } from "#lib/touches/touchpoint.ts";

const now = new Date("2026-11-22T09:00:00Z");
const id = "0192f0c1-0000-7000-8000-0000000000a1";
const plain = { prospectId: id, channel: "email", direction: "out", disposition: "sent" };
const problems = (input: object) => LogTouch.safeParse(input).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

describe("what can be logged", () => {
  test("who, channel and outcome are enough", () => {
    expect(LogTouch.parse(plain)).toMatchObject({
      offer: { kind: "none", assetId: null, text: null },
      ask: "none",
      at: null,
      nextStep: null,
    });
  });

  test("what is not chosen is named in a sentence", () => {
    expect(problems({ prospectId: "", channel: "", disposition: "" })).toEqual([
      ["channel", "Choose how it went: by e-mail, phone, …"],
      ["disposition", "Choose what came of it."],
      ["prospectId", "Choose who it was with."],
    ]);
  });

  test("a no needs its reason and their words (C6)", () => {
    const no = { ...plain, channel: "phone", disposition: "said_no" };
    expect(problems(no)).toEqual([["objection.kind", expect.stringContaining("C6")]]);
    expect(problems({ ...no, objection: { kind: "price" } })).toEqual([["theySaid", expect.stringContaining("C6")]]);
    expect(problems({ ...no, objection: { kind: "price" }, theySaid: "Too dear" })).toEqual([]);
  });

  test("they cannot have left us a voicemail of ours, and an asset has to be named", () => {
    expect(problems({ ...plain, direction: "in", disposition: "voicemail" })).toEqual([
      ["disposition", expect.stringContaining("does not fit")],
    ]);
    expect(problems({ ...plain, offer: { kind: "asset", assetId: "" } })).toEqual([["offer.assetId", expect.stringContaining("library")]]);
  });

  test("a correction tells the same things about a touch", () => {
    expect(CorrectTouch.parse({ touchpointId: id, channel: "phone", direction: "in", disposition: "thanked" })).not.toHaveProperty(
      "prospectId",
    );
  });

  test("extra fields are dropped", () => {
    expect(LogTouch.parse({ ...plain, orgId: id, value: 100, byId: id })).not.toHaveProperty("value");
  });
});

describe("when", () => {
  test.each([
    ["2026-11-22T09:40", "Europe/Amsterdam", "2026-11-22T08:40:00.000Z"],
    ["2026-07-22T09:40:30", "America/St_Johns", "2026-07-22T12:10:00.000Z"],
    ["2026-11-22T09:40:00+05:30", "Europe/Amsterdam", "2026-11-22T04:10:00.000Z"],
    ["2026-03-29T02:30", "Europe/Amsterdam", "2026-03-29T01:00:00.000Z"],
  ])("%s in %s is %s", (at, zone, instant) => {
    expect(instantOf(at, zone, now).toISOString()).toBe(instant);
  });

  test("nothing said is now", () => expect(instantOf(null, "Europe/Amsterdam", now)).toBe(now));

  test("the future and the distant past are impossible, a minute of grace apart", () => {
    const after = (minutes: number) => impossibleTime(new Date(now.getTime() + minutes * 60_000), now);
    expect([after(1), after(-60 * 24 * 365 * 4)]).toEqual([null, null]);
    expect([after(2), after(-60 * 24 * 365 * 6)]).toEqual([expect.stringContaining("future"), expect.stringContaining("five years")]);
  });
});
