import { basename } from "node:path";

import { type Check, within } from "./sources.ts";

export const noBarrels: Check = (sources) =>
  sources.filter(({ code }) => /^export (?:type )?(?:\*|\{[^}]*\})[^;]*? from "/m.test(code)).map(({ path }) => path);

export const noHiddenImports: Check = (sources) =>
  within(sources, "lib/")
    .filter(({ code }) => /\bimport\(|\brequire\(/.test(code))
    .map(({ path }) => path);

/** Past 250 lines, look for the second idea in it. */
export const filesStaySmall: Check = (sources) =>
  sources
    .filter(({ text }) => text.trimEnd().split("\n").length > 250)
    .map(({ path, text }) => `${path}: ${text.split("\n").length} lines`);

// spelt apart, because whoever looks for these words looks here, too
const unfinished = new RegExp(`\\b(?:${["TO_DO", "FIX_ME", "X_XX", "HA_CK"].join("|").replaceAll("_", "")})\\b`);
export const nothingUnfinished: Check = (sources) => sources.filter(({ text }) => unfinished.test(text)).map(({ path }) => path);

const vague = /^(utils?|helpers?|services?|types|common|misc|shared|index)$/;
export const namesSaySomething: Check = (sources) =>
  sources.flatMap(({ path }) => {
    const parts = path.split("/").map((part) => basename(part).replace(/\.tsx?$/, ""));
    const bad = parts.find((part) => vague.test(part) || (!/^[[(.@_]/.test(part) && /[A-Z_]/.test(part)));
    return bad ? [`${path}: ${bad}`] : [];
  });

/** Next wants its own files' default export; nothing else has one. */
export const defaultsAreNexts: Check = (sources) =>
  sources
    .filter(
      ({ path }) =>
        !/^(app\/.*\/)?(page|layout|loading|error|global-error|not-found|template|default|icon|proxy)\.tsx?$|^app\/[\w-]+\.tsx?$/.test(
          path,
        ),
    )
    .filter(({ code }) => /^export default /m.test(code))
    .map(({ path }) => path);
