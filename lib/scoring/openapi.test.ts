import { describe, expect, test } from "vitest";
import { z } from "zod";

import { type Problem, spoken } from "#lib/outcome.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { assess, readAssess } from "#lib/scoring/assess.ts";
import { BatchAsked, openapi } from "#lib/scoring/openapi.ts";

const { schemas } = openapi.components;
const paths = Object.entries(openapi.paths);

/** A schema of the document as a stranger's validator would read it. */
function published(name: keyof typeof schemas & string) {
  const document = JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", $ref: `#/$defs/${name}`, $defs: schemas });
  return z.fromJSONSchema(JSON.parse(document.replaceAll("#/components/schemas/", "#/$defs/")) as z.core.JSONSchema.JSONSchema);
}

const examples = Object.values(openapi.paths["/api/v1/follow-ups/assess"].post.requestBody.content["application/json"].examples!);

test("every reference leads somewhere", () => {
  const document = JSON.stringify(openapi);
  const found = [...document.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
  expect(found.length).toBeGreaterThan(10);
  for (const name of found) expect(schemas).toHaveProperty(name);
  expect(document.match(/"\$ref":/g)).toHaveLength(found.length);
});

test.each(paths)("%s says what it answers, also when the answer is no", (_path, { post }) => {
  expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(["200", "400", "401", "413", "422", "429"]));
  expect(post.requestBody.required).toBe(true);
});

test("operations have names of their own, and a key opens them all", () => {
  expect(new Set(paths.map(([, { post }]) => post.operationId)).size).toBe(paths.length);
  expect(openapi.security).toEqual([{ key: [] }]);
  expect(openapi.components.securitySchemes.key).toMatchObject({ type: "http", scheme: "bearer" });
});

describe.each(examples)("the example $summary", ({ summary, value }) => {
  test("is a question by the real schema and by the published one", () => {
    expect(readAssess(value)).toMatchObject({ ok: true });
    expect(published("Assess").safeParse(value).error).toBeUndefined();
  });

  test("gets the verdict it is named for, and that has the published shape", () => {
    const read = readAssess(value);
    if (!read.ok) throw new Error("not a question");
    const dossier = { ...read.value.dossier!, holidays: [] };
    const outcome = assess(read.value, { dossier, policy: defaultPolicy, now: read.value.now! });
    if (!outcome.ok) throw new Error("not judged");
    expect(outcome.value.kind === "allow").toBe(summary === "Welcome");
    expect(published("Verdict").safeParse(asSent(outcome.value)).error).toBeUndefined();
    const answers = [
      { index: 0, verdict: outcome.value },
      { index: 1, problem: spoken({ code: "not-found" }) },
    ];
    expect(published("BatchAnswers").safeParse(asSent({ answers })).error).toBeUndefined();
  });
});

test("the example of a batch is one", () => {
  const { two } = openapi.paths["/api/v1/follow-ups/assess/batch"].post.requestBody.content["application/json"].examples!;
  expect(BatchAsked.safeParse(two!.value).error).toBeUndefined();
});

test("an unknown field is refused by the published schema, too", () => {
  expect(published("Assess").safeParse({ ...(examples[0]!.value as object), polciy: {} }).success).toBe(false);
});

test.each<Problem>([
  { code: "invalid", fields: { "plan.at": ["Choose a day and time within reach."] } },
  { code: "malformed", sentence: "The body is not JSON." },
  { code: "too-large", sentence: "The request is larger than 1 MB." },
  { code: "unknown-key" },
  { code: "not-found" },
  { code: "refused", sentence: "It could not be judged.", reasons: [], nextAllowedAt: null },
  { code: "too-many", retryAfterSeconds: 3 },
])("the problem $code has the published shape", (problem) => {
  expect(published("Problem").safeParse(asSent(spoken(problem))).error).toBeUndefined();
});

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
