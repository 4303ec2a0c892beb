import { describe, expect, test } from "vitest";

import type { ConsentEntry } from "#lib/consent/ledger.ts";
import { type ConsentState, permissionsAt, sayChannels, together } from "#lib/consent/permissions.ts";

const at = new Date("2026-11-22T09:00:00Z");
const days = (count: number) => new Date(at.getTime() + count * 86_400_000);
const line = (over: Partial<ConsentEntry>): ConsentEntry => ({
  ...{ id: "l", channel: "any", status: "legitimate_interest", basis: "work_role", saidBy: "rep" },
  ...{ effectiveFrom: days(-40), effectiveTo: null },
  ...over,
});
const state = (over: Partial<ConsentState>): ConsentState => ({
  place: { country: "GB", region: null, subscriberKind: "corporate" },
  ...{ ledger: [line({})], points: null, terms: null, suppressed: [], registries: [], own: {}, zone: "Europe/London" },
  ...over,
});
const of = (over: Partial<ConsentState>) => Object.fromEntries(permissionsAt(state(over), at).map((each) => [each.channel, each]));

describe("what may be done, and why", () => {
  test("a basis that carries says since when, and names its line", () => {
    expect(of({}).email).toMatchObject({
      may: "yes",
      sentence: "It concerns their work, since 13 October 2026.",
      entryId: "l",
      endsAt: null,
    });
  });

  test("one that does not says so with the rule", () => {
    const german = { country: "DE", region: null, subscriberKind: "corporate" } as const;
    expect(of({ place: german }).email).toMatchObject({
      may: "no",
      sentence: expect.stringContaining("not enough here (Germany, electronic messages)"),
    });
    expect(of({ ledger: [] }).email).toMatchObject({ may: "ask", sentence: expect.stringContaining("Nothing is recorded") });
  });

  test("a registry opens a call, closes it, or waits for somebody to look", () => {
    const copy = { list: "GB-CTPS", asOf: "2026-11-10" } as const;
    expect(of({ registries: [{ ...copy, listed: false }] }).phone!.may).toBe("yes");
    expect(of({ registries: [{ ...copy, listed: true }] }).phone!.may).toBe("no");
    expect(of({}).phone!.may).toBe("ask");
    expect(of({ ledger: [line({ status: "express" })], registries: [{ ...copy, listed: true }] }).phone!.may).toBe("yes");
  });

  test("what was said of another address is said so, and carries nothing", () => {
    const german = { country: "DE", region: null, subscriberKind: "corporate" } as const;
    const points = [
      { id: "old", kind: "email", value: "ana@old.example", isPrimary: false, isInvalid: true },
      { id: "new", kind: "email", value: "ana@new.example", isPrimary: true, isInvalid: false },
    ] as const;
    const yes = line({ channel: "email", status: "express", saidBy: "person", contactPointId: "old" });
    expect(of({ place: german, points, ledger: [yes] }).email).toMatchObject({
      may: "no",
      sentence: "They agreed for ana@old.example, not for ana@new.example: ask again. (Germany, electronic messages)",
      entryId: null,
    });
    expect(of({ place: german, points, ledger: [{ ...yes, contactPointId: "new" }] }).email).toMatchObject({ may: "yes", entryId: "l" });
  });

  test("a stop, the list, and ways they did not choose come before any basis", () => {
    expect(of({ ledger: [line({}), line({ id: "s", status: "objected", saidBy: "person" })] }).mail).toMatchObject({
      may: "no",
      entryId: "s",
    });
    expect(of({ suppressed: ["email"] })).toMatchObject({ email: { may: "no" }, mail: { may: "yes" } });
    expect(of({ own: { "UK-02": { expressOnly: true, reason: "" } } }).email).toMatchObject({
      may: "no",
      sentence: expect.stringContaining("as set here"),
    });
  });

  test("what runs out within thirty days says when; what lasts longer does not yet", () => {
    expect(of({ ledger: [line({ effectiveTo: days(29) })] }).email!.endsAt).toEqual(days(29));
    expect(of({ ledger: [line({ effectiveTo: days(30) })] }).email!.endsAt).toBeNull();
  });

  test("the same of several ways is said once", () => {
    const told = together(permissionsAt(state({}), at));
    expect(told.map(({ channels, may }) => [sayChannels(channels), may])).toEqual([
      ["E-mail, text message, LinkedIn, letter and meeting", "yes"],
      ["Phone", "ask"],
    ]);
  });
});
