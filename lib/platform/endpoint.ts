import "server-only";
import { z } from "zod";

import { fieldProblems } from "#lib/field-problems.ts";
import { httpStatus, no, ok, type Outcome, type Problem, spoken } from "#lib/outcome.ts";
import { orBusy } from "#lib/platform/contention.ts";
import type { Context } from "#lib/platform/context.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { env } from "#lib/platform/env.ts";
import { readBody } from "#lib/platform/read-body.ts";

export type Route = { params: Promise<Record<string, string | string[] | undefined>> };
export type UseCase<S extends z.ZodType, T> = (context: Context, input: z.output<S>) => Promise<Outcome<T>>;

/** Turns a use case into a route handler. GET reads the query string, other methods a JSON body of at most 1 MB; writes from another origin are refused. */
export function endpoint<S extends z.ZodType, T>(schema: S, useCase: UseCase<S, T>) {
  return async (request: Request, route: Route): Promise<Response> => {
    const actor = await currentActor();
    if (!actor) return problem({ code: "signed-out" });
    if (!isSafe(request)) return problem({ code: "forbidden" });

    const input = await readInput(request, route, schema);
    return input.ok ? answer(await orBusy(() => useCase({ actor, now: new Date() }, input.value))) : problem(input.problem);
  };
}

export const answer = (outcome: Outcome<unknown>): Response =>
  outcome.ok ? Response.json(outcome.value, { headers: { "cache-control": "no-store" } }) : problem(outcome.problem);

export function problem(cause: Problem): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (cause.code === "too-many") headers.set("retry-after", String(cause.retryAfterSeconds));
  if (cause.code === "unknown-key") headers.set("www-authenticate", "Bearer");
  if (cause.code === "too-large") headers.set("connection", "close"); // what is left of the body is not waited for
  return Response.json(spoken(cause), { status: httpStatus(cause), headers });
}

/** Reads change nothing; a write must come from our own pages. */
export function isSafe(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  return origin !== null && URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(env().BASE_URL).origin);
}

/** What was sent, as the schema has it; what the address names counts more than the same name in the body. */
export async function readInput<S extends z.ZodType>(
  request: Request,
  { params }: Route,
  schema: S,
  megabytes = 1,
): Promise<Outcome<z.output<S>>> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const sent = isRead ? ok(Object.fromEntries(new URL(request.url).searchParams)) : await readJson(request, megabytes);
  if (!sent.ok) return sent;
  const parsed = schema.safeParse(isFields(sent.value) ? { ...sent.value, ...(await params) } : sent.value);
  return parsed.success ? ok(parsed.data) : no({ code: "invalid", fields: fieldProblems(parsed.error) });
}

const isFields = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

async function readJson(request: Request, megabytes: number): Promise<Outcome<unknown>> {
  const bytes = await readBody(request, megabytes * 1_000_000);
  if (!bytes) return no({ code: "too-large", sentence: `The request is larger than ${megabytes} MB.` });
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "it is not UTF-8 text";
    return no({ code: "malformed", sentence: `The body is not JSON: ${why.slice(0, 200)}.` });
  }
}
