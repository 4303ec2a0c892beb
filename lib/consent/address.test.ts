import { expect, test } from "vitest";

import { addressOf, type KnownPoint } from "#lib/consent/address.ts";

const mailbox: KnownPoint = { id: "a", kind: "email", value: "ana@example.com", isPrimary: true, isInvalid: false };
const number: KnownPoint = { id: "b", kind: "phone", value: "+31205550100", isPrimary: false, isInvalid: false };

test("a call and a text go to a number, a mail to a mailbox, whichever is the main one of all", () => {
  expect(addressOf([mailbox, number], "phone")).toBe(number);
  expect(addressOf([mailbox, number], "sms")).toBe(number);
  expect(addressOf([number, mailbox], "email")).toBe(mailbox);
  expect(addressOf([mailbox, number], "linkedin")).toBeNull();
});
