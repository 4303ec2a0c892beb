import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** A source file as the checks see it: `code` is its text without comments, `imports` what it needs at run time, `types` what only the compiler needs. */
export type Source = { path: string; text: string; code: string; imports: string[]; types: string[]; shell: boolean };

/** A rule of the house: what breaks it, in words that name the place. */
export type Check = (sources: Source[]) => string[];

export function aSource(path: string, text: string): Source {
  const found = [...text.matchAll(/^import\s+(type\b)?(?:[^"';]*?from\s+)?"([^"]+)"/gms)];
  const resolved = (wanted: boolean) => found.filter(([, type]) => Boolean(type) === wanted).map(([, , to]) => resolve(path, to!));
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
  return { path, text, code, imports: resolved(false), types: resolved(true), shell: /^import "server-only"/m.test(text) };
}

/** Every source of these folders and files, tests and scripts left out. */
export function readSources(roots: string[]): Source[] {
  return roots
    .flatMap((root) => (/\.tsx?$/.test(root) ? [root] : list(root)))
    .filter((path) => !/\.test\.tsx?$/.test(path) && !path.startsWith("lib/platform/scripts/") && !path.startsWith("prisma/generated/"))
    .map((path) => aSource(path, readFileSync(path, "utf8")));
}

function list(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(root, path))
    .toSorted();
}

function resolve(from: string, to: string): string {
  if (to.startsWith("#")) return to.slice(1);
  return to.startsWith(".") ? normalize(join(dirname(from), to)) : to;
}

export const within = (sources: Source[], prefix: string) => sources.filter(({ path }) => path.startsWith(prefix));
export const pureLib = (sources: Source[]) => within(sources, "lib/").filter(({ shell }) => !shell);

/** lib/consent/ledger.ts lies in the room `consent`; lib/outcome.ts is the ground below all rooms. */
export function roomOf(path: string): string | null {
  const [top, room, file] = path.split("/");
  return top === "lib" && file ? room! : null;
}
