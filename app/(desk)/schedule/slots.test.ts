import { expect, test } from "vitest";

import { hoursOf, movedTo, readSlot, slotOf, step, writeSlot } from "./slots.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";

const zone = "Europe/Amsterdam";
const at = new Date("2026-11-24T09:30:00Z");
const tuesday = dayOf("2026-11-24");

test("a plan keeps its minutes in another slot, by the viewer's clock, also over a change of the clocks", () => {
  expect(slotOf(zone, at)).toEqual({ day: tuesday, hour: 10 });
  expect(movedTo(zone, at, { day: tuesday + 1, hour: 16 })).toEqual(new Date("2026-11-25T15:30:00Z"));
  expect(movedTo(zone, new Date("2027-03-26T09:15:00Z"), { day: dayOf("2027-03-29"), hour: 10 })).toEqual(new Date("2027-03-29T08:15:00Z"));
});

test("the hours reach as far as what is planned", () => {
  expect(hoursOf(zone, [])).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
  expect(hoursOf(zone, [new Date("2026-11-24T05:00:00Z"), new Date("2026-11-24T20:59:00Z")])).toEqual(
    Array.from({ length: 16 }, (_, i) => 6 + i),
  );
});

test("a slot reads as it was written, and nothing else does", () => {
  expect(readSlot(writeSlot({ day: tuesday, hour: 9 }))).toEqual({ day: tuesday, hour: 9 });
  for (const text of [undefined, "", "x:1", "1", "1:2:3"]) expect(readSlot(text)).toBeNull();
});

test("arrows stay within the week", () => {
  const days = [tuesday, tuesday + 1];
  const here = { day: tuesday, hour: 8 };
  expect(step(here, "ArrowRight", days, [8, 9])).toEqual({ day: tuesday + 1, hour: 8 });
  expect(step(here, "ArrowDown", days, [8, 9])).toEqual({ day: tuesday, hour: 9 });
  expect(step(here, "ArrowLeft", days, [8, 9])).toEqual(here);
  expect(step(here, "ArrowUp", days, [8, 9])).toEqual(here);
  expect(step(here, "Enter", days, [8, 9])).toBeNull();
});
