import "server-only";
import type { ImportJob } from "#lib/transfer/run-import.ts";
import { markFailed } from "#lib/transfer/store.ts";

/** Says on the import's page that it did not work out, after its last try. */
export async function giveUpImport({ orgId, importId, step }: ImportJob, now: Date): Promise<void> {
  const what = step === "check" ? "Checking this file did not work out." : "The import did not work out.";
  await markFailed(
    orgId,
    importId,
    `${what} Nothing was written. Check again; if it fails again, ask whoever runs this server to look at its log.`,
    now,
  );
}
