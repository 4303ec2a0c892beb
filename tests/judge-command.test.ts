import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const example = (name: string) => `lib/scoring/examples/${name}.json`;

/** `npm run judge`, without npm. */
function judge(file: string, input = "") {
  const args = ["--conditions=react-server", "lib/platform/scripts/start.mjs", "judge", file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    input,
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "" },
  });
  return { status, stderr, answer: (stdout ? JSON.parse(stdout) : null) as Record<string, unknown> | null };
}

test("a welcome follow-up ends with 0, without a database", () => {
  expect(judge(example("welcome"))).toMatchObject({ status: 0, answer: { kind: "allow", judgedAt: "2026-11-02T09:00:00.000Z" } });
});

test("a pushy one ends with 1 and its reasons", () => {
  expect(judge(example("pushy"))).toMatchObject({ status: 1, answer: { kind: "reschedule", reasons: expect.any(Array) } });
});

test("many are answered in their places, from standard input, too", () => {
  const [welcome, pushy] = ["welcome", "pushy"].map((name) => JSON.parse(readFileSync(example(name), "utf8")) as object);
  const { status, answer, stderr } = judge("-", JSON.stringify([welcome, pushy, { ...welcome, plan: {} }]));
  expect(status).toBe(2);
  expect(answer).toMatchObject({
    answers: [
      { index: 0, verdict: {} },
      { index: 1, verdict: {} },
      { index: 2, problem: { code: "invalid" } },
    ],
  });
  expect(stderr).toMatch(/^items\.2\.plan\.channel: /m);
});

test.each([
  ["-", "{", /cannot be read as JSON/],
  ["-", "{}", /^plan: /m],
  ["-", '{"items":[]}', /^items: Send at least one/],
  ["no-such-file.json", "", /no-such-file\.json/],
])("%s with %j ends with 2 and says why", (file, input, why) => {
  expect(judge(file, input)).toMatchObject({ status: 2, stderr: expect.stringMatching(why) });
});
