// npm run bench:judge: the full verdict against two rule engines, in one run on one core, compiled as a production build compiles it.
import { build } from "vite";

import { ended, startCommand } from "#lib/platform/scripts/run.ts";

const outDir = ".data/bench-judge";

await build({
  configFile: false,
  logLevel: "warn",
  build: { ssr: "tests/bench/judge.ts", outDir, emptyOutDir: true, target: "node20", minify: false },
});
process.exitCode = await ended(startCommand(process.execPath, [`${outDir}/judge.js`]));
