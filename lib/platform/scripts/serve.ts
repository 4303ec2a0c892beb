import type { ChildProcess } from "node:child_process";
import net from "node:net";

import { authSecret } from "#lib/platform/scripts/database.ts";
import { ended, goOn, start } from "#lib/platform/scripts/run.ts";
import { freePort } from "#prisma/embedded-postgres.ts";

export type Served = { address: string; child: ChildProcess };

/** Where an application on this port is reached. */
export const addressAt = (port: number) => `http://127.0.0.1:${port}`;

/** Starts Next and waits until it answers. `quiet` keeps its greetings to itself; errors are always shown. */
export async function serve(
  mode: "dev" | "start",
  databaseUrl: string,
  { port, quiet = true }: { port: number; quiet?: boolean },
): Promise<Served> {
  const address = addressAt(port);
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret(), BASE_URL: address };
  const child = start("next", [mode, "-H", "127.0.0.1", "-p", String(port)], env, ["ignore", quiet ? "ignore" : "inherit", "inherit"]);
  const served = { address, child };
  try {
    await untilHealthy(served);
  } catch (error) {
    await endServer(served);
    throw error;
  }
  return served;
}

async function untilHealthy({ address, child }: Served): Promise<void> {
  for (const started = Date.now(); !(await isHealthy(address)); await new Promise((resolve) => setTimeout(resolve, 100))) {
    goOn();
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error("The server ended while it was starting; its reason stands above.");
    if (Date.now() - started > 90_000) throw new Error(`The server did not answer at ${address}/api/health within 90 seconds.`);
  }
}

/** Until the server ends: because it was asked to, or by itself, which is an error. */
export async function untilEnded({ child }: Served): Promise<void> {
  const status = await ended(child);
  goOn();
  throw new Error(`The server ended by itself (${status}).`);
}

export async function endServer({ child }: Served): Promise<void> {
  child.kill("SIGTERM");
  await ended(child);
}

async function isHealthy(address: string): Promise<boolean> {
  return fetch(`${address}/api/health`, { signal: AbortSignal.timeout(20_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/** `PORT` if it is set and free (a sentence if it is not), else 3000 if free, else any free port. */
export async function choosePort(): Promise<number> {
  const asked = process.env.PORT;
  if (asked !== undefined) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is ${asked}; it has to be a number from 1 to 65535.`);
    const why = await whyNot(port);
    if (why === "EACCES") throw new Error(`This user may not open port ${port}. Choose one above 1023, or leave PORT unset.`);
    if (why) throw new Error(`Port ${port} is taken by another program. Choose another one, or leave PORT unset and a free one is found.`);
    return port;
  }
  return (await whyNot(3000)) === null ? 3000 : freePort();
}

function whyNot(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(null)));
  });
}
