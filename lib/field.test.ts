import { expect, test } from "vitest";
import { z } from "zod";

import { checked, fewLines, line, optionalDay, optionalId, optionalText, toDate, toDay } from "#lib/field.ts";

test("text is cleaned of what the database or a reader cannot take", () => {
  expect(line("?").parse("  Ana\u0000\t Sá\n")).toBe("Ana Sá");
  expect(optionalText().parse("one\r\ntwo\u0007")).toBe("one\ntwo");
  expect(line("Say it.").safeParse(" \n ").error?.issues[0]?.message).toBe("Say it.");
  expect(line("Say it.").safeParse(undefined).error?.issues[0]?.message).toBe("Say it.");
});

test("an empty field is null, a missing one too", () => {
  const Form = z.object({ note: optionalText(), id: optionalId, on: optionalDay, sure: checked, mails: fewLines() });
  expect(Form.parse({ note: "", id: "", on: "", sure: "" })).toEqual({ note: null, id: null, on: null, sure: false, mails: [] });
  expect(Form.parse({})).toEqual({ note: null, id: null, on: null, sure: false, mails: [] });
  expect(Form.parse({ sure: "yes", on: "2026-11-24" })).toMatchObject({ sure: true, on: "2026-11-24" });
});

test.each(["2026-02-30", "24.11.2026", "0001-01-01", "9999-12-31"])("%s is no day to plan by", (day) =>
  expect(optionalDay.safeParse(day).success).toBe(false),
);

test("a day passes the date column unchanged", () => expect(toDay(toDate("2026-03-29"))).toBe("2026-03-29"));
