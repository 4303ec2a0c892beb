// What is generated from the sources is made again when their contents changed, and only then.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { runQuietly } from "#lib/platform/scripts/run.ts";

export const distDir = process.env.NEXT_DIST_DIR ?? ".next";

/** Prisma's client from prisma/schema. */
export async function generateWhenStale(): Promise<boolean> {
  return makeWhenStale(["prisma/schema", "package-lock.json"], "prisma/generated/stamp", async () => {
    await runQuietly("prisma", ["generate", "--no-hints"], "The database client could not be generated.");
  });
}

/** The production build from everything that goes into it. */
export async function buildWhenStale(): Promise<boolean> {
  const sources = [
    "app",
    "components",
    "lib",
    "prisma/schema",
    "public",
    "package.json",
    "package-lock.json",
    "next.config.ts",
    "proxy.ts",
    "instrumentation.ts",
  ];
  return makeWhenStale([...sources, "postcss.config.mjs", "tsconfig.json"], `${distDir}/stamp`, async () => {
    await runQuietly("next", ["build"], "The application could not be built.");
  });
}

async function makeWhenStale(sources: string[], stampFile: string, make: () => Promise<void>): Promise<boolean> {
  const stamp = fingerprint(sources);
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, "utf8") === stamp) return false;
  fs.rmSync(stampFile, { force: true });
  await make();
  fs.writeFileSync(stampFile, stamp);
  return true;
}

function fingerprint(sources: string[]): string {
  const hash = crypto.createHash("sha256").update(process.version);
  for (const file of sources.filter((source) => fs.existsSync(source)).flatMap(filesBelow)) hash.update(file).update(fs.readFileSync(file));
  return hash.digest("hex");
}

function filesBelow(source: string): string[] {
  if (fs.statSync(source).isFile()) return [source];
  return fs
    .readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name) && !entry.parentPath.endsWith("scripts"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}
