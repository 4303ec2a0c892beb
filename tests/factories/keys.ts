import { POST as assessRoute } from "#app/api/v1/follow-ups/assess/route.ts";
import { POST as batchRoute } from "#app/api/v1/follow-ups/assess/batch/route.ts";
import { createApiKey } from "#lib/people/create-api-key.ts";
import type { Actor } from "#lib/platform/context.ts";
import { aContext } from "#tests/factories/records.ts";

/** A key that works as somebody, made by an admin. */
export async function aKey(admin: Actor, worksAs: Actor = admin): Promise<{ id: string; name: string; key: string }> {
  const outcome = await createApiKey(aContext(admin, new Date()), { name: "Sequencer", worksAsId: worksAs.userId });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

type Sent = { from?: string; headers?: Record<string, string> };

function call(route: typeof assessRoute, key: string | null, body: unknown, { from = "192.0.2.1", headers = {} }: Sent = {}) {
  const request = new Request("http://127.0.0.1:3000/api/v1/follow-ups/assess", {
    method: "POST",
    headers: { ...(key !== null && { authorization: `Bearer ${key}` }), "x-forwarded-for": from, ...headers },
    body: typeof body === "string" || body instanceof ReadableStream ? body : JSON.stringify(body),
    ...({ duplex: "half" } as object),
  });
  return route(request, { params: Promise.resolve({}) });
}

/** What a program gets that asks about one plan, or about many, over HTTP but for the wire. */
export const assessBy = (key: string | null, body: unknown, sent?: Sent) => call(assessRoute, key, body, sent);
export const assessManyBy = (key: string | null, body: unknown, sent?: Sent) => call(batchRoute, key, body, sent);
