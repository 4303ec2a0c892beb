import "server-only";
import { z } from "zod";

import { httpStatus, type Outcome, type Problem, sentence } from "#lib/outcome.ts";
import { fieldProblems } from "#lib/platform/action.ts";
import type { Context } from "#lib/platform/context.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { env } from "#lib/platform/env.ts";

const bodyLimit = 1_000_000;

/** Turns a use case into a route handler. GET reads the query string, other methods a JSON body of at most 1 MB; writes from another origin are refused. */
export function endpoint<S extends z.ZodType, T>(schema: S, useCase: (context: Context, input: z.output<S>) => Promise<Outcome<T>>) {
  return async (request: Request, route: { params: Promise<Record<string, string | string[] | undefined>> }): Promise<Response> => {
    const actor = await currentActor();
    if (!actor) return problem({ code: "signed-out" });
    if (!isSafe(request)) return problem({ code: "forbidden" });

    const body = await readInput(request);
    if (body === undefined) return Response.json({ problem: "too-large", sentence: "The request is larger than 1 MB." }, { status: 413 });
    const parsed = schema.safeParse({ ...body, ...(await route.params) });
    if (!parsed.success) return problem({ code: "invalid", fields: fieldProblems(parsed.error) });

    const outcome = await useCase({ actor, now: new Date() }, parsed.data);
    return outcome.ok ? Response.json(outcome.value, { headers: { "cache-control": "no-store" } }) : problem(outcome.problem);
  };
}

export function problem(cause: Problem): Response {
  return Response.json({ ...cause, sentence: sentence(cause) }, { status: httpStatus(cause), headers: { "cache-control": "no-store" } });
}

/** Reads change nothing; a write must come from our own pages. */
export function isSafe(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  return origin !== null && URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(env().BASE_URL).origin);
}

async function readInput(request: Request): Promise<Record<string, unknown> | undefined> {
  if (request.method === "GET" || request.method === "HEAD") return Object.fromEntries(new URL(request.url).searchParams);
  const text = await request.text();
  if (text.length > bodyLimit) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
