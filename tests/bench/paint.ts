import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";

import { findChromium } from "#tests/setup/chromium.ts";

declare global {
  interface Window {
    /** Milliseconds from each press to the paint that followed it. */
    paints: number[];
    /** How much of what stood on the page jumped by itself, as the web's cumulative layout shift counts it. */
    shift: number;
  }
}

/** A Chromium that keeps to itself; throws where there is none. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium: install it, or set CHROMIUM_PATH to one.");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"] });
}

/** Lets every page of a context time its own presses, from when the browser took the key or the button to the frame after its handlers. */
export async function timePresses(context: BrowserContext): Promise<void> {
  // no function in here has a name: tsx marks those by a helper that the page lacks
  await context.addInitScript(() => {
    window.paints = [];
    window.shift = 0;
    for (const press of ["keydown", "click"])
      addEventListener(
        press,
        (event) => {
          // a click that a key or a script made, and a key that only goes with another, are no press of their own
          if (event instanceof KeyboardEvent ? ["Control", "Shift", "Meta", "Alt"].includes(event.key) : !(event as MouseEvent).detail)
            return;
          requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.addEventListener("message", () => window.paints.push(performance.now() - event.timeStamp));
            painted.port1.start();
            painted.port2.postMessage(null);
          });
        },
        true,
      );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What the page's presses took since this was last asked, once they are all painted. */
export async function takePaints(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    return window.paints.splice(0);
  });
}

export const readShift = (page: Page): Promise<number> => page.evaluate(() => window.shift);
