/** Starts the background jobs with the server, in the process that serves. A build has no database and starts none. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || !process.env.DATABASE_URL || process.env.NEXT_PHASE === "phase-production-build") return;
  // a dynamic import: this file is also bundled for the edge runtime, where none of it can load
  const { startJobs } = await import("#lib/platform/jobs.ts");
  await startJobs();
}
