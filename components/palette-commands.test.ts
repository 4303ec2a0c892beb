import { expect, test } from "vitest";

import { type Command, matching } from "#components/palette-commands.ts";

const commands = ["Log a touch", "Plan a follow-up", "Mine, next 7", "Über uns"].map((name): Command => ({ id: name, name, icon: "chat" }));

test.each([
  ["lo", ["Log a touch"]],
  ["touch log", ["Log a touch"]],
  ["follow up", ["Plan a follow-up"]],
  ["Mine, next 7", ["Mine, next 7"]],
  ["uber", ["Über uns"]],
  ["ouch", []],
])("“%s” finds %j", (typed, names) => expect(matching(commands, typed).map(({ name }) => name)).toEqual(names));
