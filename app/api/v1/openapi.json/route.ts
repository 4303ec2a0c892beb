import { openapi } from "#lib/scoring/openapi.ts";

/** What can be asked here, for people and their tools. It holds no secret, so nobody is asked who they are. */
export function GET(): Response {
  return Response.json(openapi, { headers: { "cache-control": "public, max-age=3600" } });
}
