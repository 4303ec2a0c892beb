// npm run check: types, lint, format and unit tests, for before a commit. npm test does the rest.
import { format, lint, runParts, types, vitest } from "#lib/platform/scripts/parts.ts";
import { generateWhenStale } from "#lib/platform/scripts/stale.ts";

await generateWhenStale();
const { failed } = await runParts([types, lint, format, vitest("unit tests", ["--project", "unit"])]);
process.exitCode = failed ? 1 : 0;
