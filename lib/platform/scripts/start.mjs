// Runs one of the TypeScript scripts beside it. Needs nothing but Node: it installs what package-lock.json asks for when that is missing or older.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.CHECKPOINT_DISABLE = "1";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Tactful needs Node 20.19 or newer; this is ${process.versions.node}.`);

const changedAt = (file) => (fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0);
if (changedAt("node_modules/.package-lock.json") < changedAt("package-lock.json")) install();

const { register } = await import("tsx/esm/api");
register();
const [name] = process.argv.slice(2);
try {
  await import(`./${name}.ts`);
} catch (error) {
  stop(process.env.DEBUG ? error.stack : plainly(error));
}

function install() {
  console.log("Installing packages (once, about a minute) …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) stop("The packages could not be installed; npm says why above. Nothing else was changed.");
}

function plainly(error) {
  const where = error.path ? ` (${error.path})` : "";
  switch (error.code) {
    case "ENOSPC":
      return "The disk is full. Free some space and run the command again; nothing is lost.";
    case "EACCES":
    case "EPERM":
      return `This user may not write here${where}. Was it last run as another user? Take ownership of the folder, or clone it afresh.`;
    case "ECONNREFUSED":
    case "ENOTFOUND":
      return `The database does not answer: ${error.message}. Check DATABASE_URL.`;
    default:
      return `${error.message}\n(Run again with DEBUG=1 for the details.)`;
  }
}

function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
