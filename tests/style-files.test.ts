import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { readSources } from "./architecture/sources.ts";

type StyleFile = { file: string; text: string };

/** Classes that are the whole selector of a rule outside any media query: the rule that says what the class is. */
const definedIn = (text: string) =>
  [...text.matchAll(/^((?:[^\s@}/][^\n]*,\n)*[^\s@}/][^\n]*) \{$/gm)]
    .flatMap(([, selectors]) => selectors!.split(",\n"))
    .flatMap((selector) => /^\.([\w-]+)$/.exec(selector)?.[1] ?? []);

const classesIn = (text: string) => new Set([...text.matchAll(/(?<![\d/])\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name!));

function ownedTwice(styles: StyleFile[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const { file, text } of styles)
    for (const name of definedIn(text)) owners.set(name, (owners.get(name) ?? new Set<string>()).add(file));
  return [...owners].filter(([, files]) => files.size > 1).map(([name, files]) => `.${name} in ${[...files].join(" and ")}`);
}

/** Every text in quotes or backticks; what a template chooses between stands in quotes within it. */
const literals = (code: string) =>
  (code.match(/"[^"\n]*"|`[^`]*`/g) ?? []).flatMap((text) => (text.startsWith("`") ? [text, ...(text.match(/"[^"]*"/g) ?? [])] : text));

/** What a source can put on an element: words in its literals, and beginnings such as `t-` that a value completes. A file that names no class gives none. */
function namedBy(code: string): { words: string[]; beginnings: string[] } {
  if (!/className|classList/.test(code)) return { words: [], beginnings: [] };
  const attributes = [...code.matchAll(/className=("[^"\n]*"|\{[^\n]*)/g)].map(([, value]) => value!);
  const isComputed = attributes.some((value) => /^\{(?!["`][^$]*$)/.test(value)) || code.includes("classList");
  const texts = isComputed ? literals(code) : attributes.flatMap(literals);
  return {
    words: texts.flatMap((text) => text.replace(/[\w-]*\$\{[^}]*\}/g, " ").match(/[\w-]+/g) ?? []),
    beginnings: texts.flatMap((text) => [...text.matchAll(/([a-z]+-)\$\{/g)].map(([, start]) => start!)),
  };
}

function usedByNobody(styles: StyleFile[], codes: string[]): string[] {
  const named = codes.map(namedBy);
  const words = new Set(named.flatMap((each) => each.words));
  const beginnings = [...new Set(named.flatMap((each) => each.beginnings))];
  return styles.flatMap(({ file, text }) =>
    [...classesIn(text)]
      .filter((name) => !words.has(name) && !beginnings.some((start) => name.startsWith(start)))
      .map((name) => `.${name} in ${file}`),
  );
}

const styles = readdirSync("app/styles")
  // the prospect's page is made of strings, and its stylesheet has its own test
  .filter((file) => file.endsWith(".css") && !["globals.css", "prospect.css"].includes(file))
  .map((file) => ({ file, text: readFileSync(`app/styles/${file}`, "utf8") }));

test("one file says what a class looks like", () => {
  expect(ownedTwice(styles)).toEqual([]);
});

test("every class that is styled is used", () => {
  expect(
    usedByNobody(
      styles,
      readSources(["app", "components"]).map(({ code }) => code),
    ),
  ).toEqual([]);
});

test("every style file is loaded", () => {
  const loaded = readFileSync("app/styles/globals.css", "utf8");
  expect(styles.filter(({ file }) => !loaded.includes(`"./${file}"`)).map(({ file }) => file)).toEqual([]);
});

test("a class of two files and a class of no component are found", () => {
  const two = [
    { file: "one.css", text: ".row {\n  color: red;\n}\n.row .who {\n  color: red;\n}\n" },
    { file: "two.css", text: ".cell,\n.row {\n  color: blue;\n}\n@media print {\n  .who {\n    color: blue;\n  }\n}\n" },
  ];
  expect(ownedTwice(two)).toEqual([".row in one.css and two.css"]);
  expect(usedByNobody(two, ['<p className="row">who</p>', "<p className={`cell t-${tone}`} />"])).toEqual([
    ".who in one.css",
    ".who in two.css",
  ]);
});
