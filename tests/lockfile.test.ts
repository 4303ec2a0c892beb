import fs from "node:fs";
import { expect, test } from "vitest";

type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
const { packages } = JSON.parse(fs.readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };

/** Where npm would look for `name` when required from the package at `place`: beside it, then upwards. */
function isLocked(place: string, name: string): boolean {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

test("every platform's packages are locked, so that npm ci works on other machines than the one that wrote the file", () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(place, name))
      .map((name) => `${place} → ${name}`),
  );
  expect(missing).toEqual([]);
});

test("the lockfile names no registry: everybody installs from their own", () => {
  expect(Object.entries(packages).flatMap(([place, { resolved }]) => (resolved ? [`${place}: ${resolved}`] : []))).toEqual([]);
});

test("Next is at or above its security floor, 16.2.11", () => {
  const [major, minor, patch] = packages["node_modules/next"]!.version!.split(".").map(Number);
  expect(major! * 1_000_000 + minor! * 1_000 + patch!).toBeGreaterThanOrEqual(16_002_011);
});

test("versions are pinned", () => {
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
  expect(loose).toEqual([]);
});
