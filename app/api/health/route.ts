import { readHealth } from "#lib/platform/health.ts";

/** For load balancers and monitors: 200 when the database answers and has every migration of this build, else 503. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
