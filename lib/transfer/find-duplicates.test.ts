import { expect, test } from "vitest";

import { DuplicateFinder } from "#lib/transfer/find-duplicates.ts";
import { CompanyRegister } from "#lib/transfer/group-companies.ts";
import { readProspect } from "#lib/transfer/read-prospect.ts";
import { placesOf, type RowReader } from "#lib/transfer/read-row.ts";

const owner = { userId: "u", teamId: "t" };
const reader: RowReader = {
  ...{
    header: ["LEADID", "Name", "Email", "Phone", "Company", "Do Not Call"],
    fileName: "x.csv",
    dateOrder: "none",
    decimalMark: ".",
    country: "US",
  },
  ...{
    places: placesOf(["externalKey", "name", "email", "phone", "company", "doNotCall"]),
    currency: "EUR",
    owners: new Map(),
    defaultOwner: owner,
    today: "2026-11-22",
  },
};
const row = (line: number, ...cells: string[]) => readProspect(reader, line, cells);

test("the earlier row of the same person, however it is known", () => {
  const finder = new DuplicateFinder();
  const add = (line: number, ...cells: string[]) => finder.add(row(line, ...cells));
  expect(add(2, "1", "Ana Montenegro", "ana@vilar.example", "(415) 555-2671", "Vilar")).toBeNull();
  expect(add(3, "1", "A. Montenegro")).toBe(2);
  expect(add(4, "9", "Someone Else", "ANA@vilar.example")).toBe(2);
  expect(add(5, "", "Ana Montenegro", "", "+1 415 555 2671")).toBe(2);
  expect(add(6, "", "Ana Montenegro", "", "", "VILAR")).toBe(2);
  // a namesake with another address, and another name at the same number
  expect(add(7, "", "Ana Montenegro", "other@vilar.example", "", "Vilar")).toBeNull();
  expect(add(8, "", "Bea", "", "(415) 555-2671")).toBeNull();
  expect(add(9, "", "", "", "")).toBeNull();
});

test("a stop on calls is one on texts, with the words it rests on", () => {
  expect(row(2, "", "Ana", "a@vilar.example", "", "", "Yes").stops).toEqual([
    { channel: "phone", evidence: "Do Not Call: Yes (x.csv)" },
    { channel: "sms", evidence: "Do Not Call: Yes (x.csv)" },
  ]);
});

test("one company by its domain, or by its name where no domain says otherwise", () => {
  const register = new CompanyRegister();
  expect(register.add(2, "Vilar", "vilar.example", null)).toBe(0);
  expect(register.add(3, "Laboratórios Vilar", "vilar.example", "PT")).toBe(0);
  expect(register.add(4, "VÍLAR", null, null)).toBe(0);
  expect(register.add(5, "Vilar", "vilar-other.example", null)).toBe(1);
  expect(register.companies[0]).toMatchObject({ name: "Vilar", country: "PT", line: 2 });
});
