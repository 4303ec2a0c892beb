import { auth } from "#lib/platform/auth.ts";
import { isSafe } from "#lib/platform/endpoint.ts";

/** What of the sign-in library can be reached from outside; everything else it knows does not exist here. */
const open = ["GET /api/auth/get-session", "POST /api/auth/sign-in/email", "POST /api/auth/sign-out"];

async function answer(request: Request): Promise<Response> {
  if (!open.includes(`${request.method} ${new URL(request.url).pathname}`)) return new Response(null, { status: 404 });
  if (!isSafe(request)) return Response.json({ code: "forbidden", sentence: "Requests from another site are refused." }, { status: 403 });
  if (Number(request.headers.get("content-length")) > 10_000) return new Response(null, { status: 413 });

  const response = await auth().handler(request);
  response.headers.set("cache-control", "no-store");
  return response;
}

export const GET = answer;
export const POST = answer;
