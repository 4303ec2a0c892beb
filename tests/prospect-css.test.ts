import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const classesOf = (file: string) => new Set(readFileSync(`app/styles/${file}`, "utf8").match(/(?<![\d/])\.[a-zA-Z][a-zA-Z-]+/g));
const mine = classesOf("prospect.css");
const desk = readdirSync("app/styles").filter((file) => file.endsWith(".css") && !["prospect.css", "base.css"].includes(file));

// both are loaded on the prospect's page: a class of the same name would be drawn by two hands
test.each(desk)("%s styles no class of the prospect's page", (file) => {
  expect([...classesOf(file)].filter((name) => mine.has(name) && name !== ".icon")).toEqual([]);
});

test("every rule of the prospect's page hangs below .prospect", () => {
  const outer = readFileSync("app/styles/prospect.css", "utf8").match(/^[^\s/}@].*\{$/gm);
  expect(outer).toEqual([".prospect {"]);
});
