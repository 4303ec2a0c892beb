import type { z } from "zod";

/** Where it is, as a dotted path, and what is wrong there. */
export type Found = readonly [path: string, sentence: string];

/** More than anybody mends at once; what is sent may hold a million mistakes. */
const most = 100;
const longestPath = 200;

/** Sentences by the dotted path of the field they belong to. */
export function fieldProblems({ issues }: z.ZodError): Record<string, string[]> {
  const found = issues.slice(0, most).flatMap((issue): Found[] => {
    const at = (...keys: string[]) => [...issue.path, ...keys].join(".");
    if (issue.code !== "unrecognized_keys") return [[at(), issue.message]];
    return issue.keys.slice(0, most).map((key) => [at(key), "There is no such field."]);
  });
  return byPath(found);
}

export function byPath(found: readonly Found[]): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [path, sentence] of found.slice(0, most)) {
    const place = path.slice(0, longestPath);
    fields.set(place, [...(fields.get(place) ?? []), sentence]);
  }
  return Object.fromEntries(fields);
}
