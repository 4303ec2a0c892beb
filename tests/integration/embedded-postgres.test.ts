import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { withClient } from "#lib/platform/scripts/database.ts";
import { startPostgres } from "#prisma/embedded-postgres.ts";

const dir = fs.mkdtempSync(path.join(os.tmpdir(), "tactful-embedded-"));
fs.chmodSync(dir, 0o755);
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

const start = () => startPostgres({ dir, durable: true });
const count = (url: string) =>
  withClient(url, async (client) => (await client.query("SELECT count(*)::int AS n FROM kept")).rows[0].n as number);

test("a second user joins the running server, and whoever leaves last stops it", async () => {
  const first = await start();
  await withClient(first.url, (client) => client.query("CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)"));
  const second = await start();
  expect([first.reused, second.reused]).toEqual([false, true]);

  await first.stop();
  expect(await count(second.url)).toBe(1);
  await second.stop();
  await expect(count(second.url)).rejects.toThrow(/ECONNREFUSED|terminated|shutting down/);
});

test("after kill -9 it comes back by itself with every row that was acknowledged", async () => {
  const server = await start();
  await withClient(server.url, (client) => client.query("INSERT INTO kept VALUES (2)"));
  const [pid] = fs.readFileSync(path.join(dir, "data", "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");

  const again = await start();
  expect(again.reused).toBe(false);
  expect(await count(again.url)).toBe(2);
  await again.stop();
});
