// Runs one of the TypeScript scripts beside it. Needs nothing but Node: it installs what package-lock.json asks for when that is missing or older.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { fileURLToPath } from "node:url";

const full = "The disk is full. Free some space and run the command again; nothing is lost.";
process.chdir(fileURLToPath(new URL("../../..", import.meta.url)));
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.CHECKPOINT_DISABLE = "1";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Tactful needs Node 20.19 or newer; this is ${process.versions.node}.`);

needRoom(200);
const changedAt = (file) => (fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0);
if (changedAt("node_modules/.package-lock.json") < changedAt("package-lock.json")) install();

const { register } = await import("tsx/esm/api");
register();
const [name] = process.argv.slice(2);
try {
  await import(`./${name}.ts`);
} catch (error) {
  if (error.name === "Interrupted") process.exit(["demo", "dev"].includes(name) ? 0 : 130);
  stop(process.env.DEBUG ? error.stack : plainly(error));
}

function install() {
  needRoom(2_000);
  console.log("Installing packages (once, about a minute) …");
  const started = performance.now();
  const { status, signal } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (signal) process.exit(130);
  if (status !== 0) stop("The packages could not be installed; npm says why above. Nothing else was changed.");
  process.env.TACTFUL_INSTALLED = ((performance.now() - started) / 1000).toFixed(0);
}

/** A full disk shows itself in many ways, most of them obscure: better asked than suffered. */
function needRoom(megabytes) {
  const { bavail, bsize } = fs.statfsSync(".");
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < megabytes) stop(`The disk is too full: ${free} MB are free, ${megabytes} MB are needed. Nothing was changed.`);
}

function plainly(error) {
  const cause = error.errors?.[0] ?? error; // a refused connection is one error an address
  const where = cause.path ? ` (${cause.path})` : "";
  if (/No space left on device/i.test(error.message)) return full;
  switch (cause.code) {
    case "ENOSPC":
    case "53100":
      return full;
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `This user may not write here${where}. Was it last run as another user? Take ownership of the folder, or clone it afresh.`;
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "ETIMEDOUT":
      return `The database does not answer: ${cause.message}. Check DATABASE_URL.`;
    case "28P01":
    case "28000":
      return `The database refuses this name or password: ${cause.message}. Check DATABASE_URL.`;
    case "ERR_INVALID_URL":
      return `This is not an address: ${cause.input}. DATABASE_URL looks like postgresql://name:password@host:5432/database.`;
    default:
      // our own errors are sentences; anything else wants a closer look
      return error.message.endsWith(".") ? error.message : `${error.message}\n(Run again with DEBUG=1 for the details.)`;
  }
}

function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
