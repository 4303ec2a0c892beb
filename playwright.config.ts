import { defineConfig } from "@playwright/test";

import { findChromium } from "#tests/setup/chromium.ts";

const executablePath = findChromium();
if (!executablePath) throw new Error("There is no Chromium: install it, or set CHROMIUM_PATH to one.");
if (!process.env.BASE_URL) throw new Error("Set BASE_URL to a running Tactful with the demo's records; npm test does it by itself.");

// sandboxing needs rights a container lacks; the rest keeps the browser from calling home
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
const args = [...quiet, "--disable-background-networking", "--disable-component-update"];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/test-results/journeys",
  globalSetup: "./tests/setup/sign-ins.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // a machine that is busy with something else can miss a journey's moment once; what needed its second try is told
  retries: 1,
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? ".data/test-results/browser-journeys.json" }]],
  use: {
    baseURL: process.env.BASE_URL,
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args },
  },
  projects: [
    // a phone has no keys, and one journey along a whole story is enough: *.desktop.spec.ts, and *.phone.spec.ts for what is a phone's
    { name: "desktop", testIgnore: "**/*.phone.spec.ts", use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", testIgnore: "**/*.desktop.spec.ts", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
});
