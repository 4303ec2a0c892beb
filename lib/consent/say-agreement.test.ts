import { expect, test } from "vitest";

import { Terms } from "#lib/consent/ledger.ts";
import { sayAgreement } from "#lib/consent/say-agreement.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";

const terms = Terms.parse({
  ...{ version: 1, saidOn: "2026-05-03T09:00:00Z", saidBy: "person", channels: ["email"], rate: { max: 1, per: "month" }, days: [] },
  ...{ hours: null, timeZone: null, pausedUntil: "2026-06-01", callBackOn: null, stopped: false },
});
const days = { said: dayOf("2026-05-03"), today: dayOf("2026-05-10") };

test("who asked, when, for what; a pause gone by is no longer told", () => {
  expect(sayAgreement(terms, "Ana", days)).toBe("Ana asked on 3 May 2026: E-mail only, at most once a month. Quiet until 1 June 2026.");
  expect(sayAgreement(terms, "Ana", { ...days, today: dayOf("2026-06-02") })).toBe(
    "Ana asked on 3 May 2026: E-mail only, at most once a month.",
  );
});

test("what a colleague noted is said to be unconfirmed", () => {
  expect(sayAgreement({ ...terms, saidBy: "rep" }, "Ana", days)).toMatch(
    /^Noted on 3 May 2026 from what Ana said, not confirmed by them yet: E-mail/,
  );
});

test("who asked for nothing in particular is not put words into their mouth", () => {
  expect(sayAgreement({ ...terms, channels: null, rate: null, pausedUntil: null }, "Ana", days)).toBe(
    "Ana asked on 3 May 2026: nothing in particular.",
  );
});
