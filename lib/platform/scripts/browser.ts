import fs from "node:fs";

import { ended, run, startCommand } from "#lib/platform/scripts/run.ts";
import { findChromium } from "#tests/setup/chromium.ts";

/** Makes sure there is a Chromium: Debian's own when root may install it, else Playwright's download. Throws saying what to install. */
export async function ensureBrowser(): Promise<void> {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    const quietly = { DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [
      ["update", "-qq"],
      ["install", "-y", "-qq", "chromium"],
    ])
      await ended(startCommand("apt-get", args, quietly, ["ignore", "ignore", "inherit"]));
  } else await run("playwright", ["install", "chromium"]);
  if (!findChromium())
    throw new Error(
      "The browser journeys need Chromium, and it could not be installed. Install it (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to one.",
    );
}
