import type { IconName } from "#components/icons.ts";
import type { ImportState } from "#lib/transfer/queries.ts";

/** How a state of an import reads: always with icon and word. */
export const stateLooks: Record<ImportState, { word: string; icon: IconName; tone: string }> = {
  uploaded: { word: "Columns to settle", icon: "ask", tone: "t-confirm" },
  checking: { word: "Checking", icon: "clock", tone: "t-none" },
  checked: { word: "Ready to import", icon: "ask", tone: "t-confirm" },
  running: { word: "Importing", icon: "clock", tone: "t-none" },
  done: { word: "Imported", icon: "check", tone: "t-welcome" },
  failed: { word: "Did not work out", icon: "ban", tone: "t-never" },
  discarded: { word: "Thrown away", icon: "close", tone: "t-none" },
};
