import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";
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
const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;
type Environment = Record<string, string>;

/** Somebody pressed Ctrl-C or sent SIGTERM: not an error, but the work ends here. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

const children = new Set<ChildProcess>();
let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);

// npm passes a SIGTERM on to its shell only, which dies without a word to us
const shell = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== shell && !interrupted && interrupt(), 500).unref();

function interrupt(): void {
  interrupted = true;
  for (const child of children) child.kill("SIGTERM");
}

/** Throws once the user has asked to end; the `finally` blocks on the way out stop what was started. */
export function goOn(): void {
  if (interrupted) throw new Interrupted();
}

/** Starts a tool as a file of its package: npx would leave its child behind when killed. */
export function start(tool: Tool, args: string[], env: Environment = {}, stdio: StdioOptions = "inherit"): ChildProcess {
  return startCommand(process.execPath, ["--import", endWithParent, path.join("node_modules", entries[tool]), ...args], env, stdio);
}

export function startCommand(command: string, args: string[], env: Environment = {}, stdio: StdioOptions = "inherit"): ChildProcess {
  goOn();
  const child = spawn(command, args, { stdio, env: { ...process.env, ...env } });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

/** The exit status of a child, 1 if a signal or a missing program ended it. */
export function ended(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? 1);
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)).once("error", () => resolve(1)));
}

/** Runs a tool to its end with its output shown; its exit status, 0 for success. */
export async function run(tool: Tool, args: string[], env: Environment = {}): Promise<number> {
  const status = await ended(start(tool, args, env));
  goOn();
  return status;
}

/** Runs a tool to its end in silence; what it said, in order. */
export async function capture(
  tool: Tool,
  args: string[],
  env: Environment = {},
): Promise<{ status: number; output: string; stdout: string }> {
  const child = start(tool, args, env, ["ignore", "pipe", "pipe"]);
  const said = { output: "", stdout: "" };
  child.stdout!.setEncoding("utf8").on("data", (text: string) => {
    said.output += text;
    said.stdout += text;
  });
  child.stderr!.setEncoding("utf8").on("data", (text: string) => (said.output += text));
  const status = await ended(child);
  goOn();
  return { status, ...said };
}

/** Runs a tool to its end and gives back what it printed; if it fails, throws all it said with `otherwise` below it. */
export async function runQuietly(tool: Tool, args: string[], otherwise: string, env: Environment = {}): Promise<string> {
  const { status, output, stdout } = await capture(tool, args, env);
  if (status !== 0) throw new Error(`${output}\n${otherwise}`);
  return stdout;
}
