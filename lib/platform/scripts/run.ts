import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import path from "node:path";

const entries = {
  prisma: "prisma/build/index.js",
  next: "next/dist/bin/next",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
  tsc: "typescript/bin/tsc",
  oxlint: "oxlint/bin/oxlint",
  prettier: "prettier/bin/prettier.cjs",
  tsx: "tsx/dist/cli.mjs",
} as const;
export type Tool = keyof typeof entries;
type Environment = Record<string, string>;

// Tools are started as files of their packages, never through npx, whose child outlives a kill.
const command = (tool: Tool, args: string[]): [string, string[]] => [process.execPath, [path.join("node_modules", entries[tool]), ...args]];

/** Runs a tool to its end with its output shown; its exit status, 0 for success. */
export function run(tool: Tool, args: string[], env: Environment = {}): number {
  return spawnSync(...command(tool, args), { stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;
}

/** Runs a tool to its end and shows its output only if it fails. Throws `otherwise` then. */
export function runQuietly(tool: Tool, args: string[], otherwise: string, env: Environment = {}): string {
  const { status, stdout, stderr } = spawnSync(...command(tool, args), { encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 64 << 20 });
  if (status !== 0) throw new Error(`${stdout}${stderr}\n${otherwise}`);
  return stdout;
}

export function start(tool: Tool, args: string[], env: Environment = {}): ChildProcess {
  return spawn(...command(tool, args), { stdio: "inherit", env: { ...process.env, ...env } });
}
