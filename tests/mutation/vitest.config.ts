import path from "node:path";

import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const first = ["tests/golden/", "lib/scoring/", "lib/language/", "lib/", "tests/laws/gate", "tests/laws/"];

/** Golden cases first: they kill most mutants, in a second. */
class GoldenFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => first.findIndex((folder) => moduleId.includes(`/${folder}`));
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)));
  }
}

const judged = ["follow-up", "value", "consent", "cadence", "scoring", "language"];

/** The tests that speak for the judges, in one worker, until the first that fails. */
export default defineConfig({
  resolve: { alias: { "server-only": path.resolve("tests/setup/empty.ts") } },
  test: {
    include: ["tests/golden/*.test.ts", "tests/laws/*.test.ts", `lib/{${judged.join(",")}}/**/*.test.ts`],
    // one reads no judge, the other takes the time of the clock
    exclude: ["lib/scoring/openapi.test.ts", "tests/laws/language.test.ts"],
    testTimeout: 60_000,
    setupFiles: [path.resolve("tests/mutation/fixed-seed.ts")],
    bail: 1,
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    sequence: { sequencer: GoldenFirst },
  },
});
