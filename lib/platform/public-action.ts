import "server-only";
import type { z } from "zod";

import { no, type Outcome } from "#lib/outcome.ts";
import { fieldProblems } from "#lib/field-problems.ts";
import { orBusy } from "#lib/platform/contention.ts";
import { asForm, readForm } from "#lib/platform/form.ts";
import { countTry, type Limit } from "#lib/platform/rate-limit.ts";

const perToken = { max: 30, windowSeconds: 600 };
const perAddress = { max: 120, windowSeconds: 600 };
const guesses = { max: 9, windowSeconds: 600 };
const bodyLimit = 20_000;

type Public<S extends z.ZodType, C, T> = {
  schema: S;
  /** Whom the token speaks for, or null. The token itself is the permission: there is no session and no cookie to abuse. */
  open: (token: string, now: Date) => Promise<C | null>;
  useCase: (context: C, input: z.output<S>) => Promise<Outcome<T>>;
  /** What must go through however often it is pressed; it changes nothing the second time. */
  always?: (input: z.output<S>) => boolean;
};

/**
 * Turns a use case into the answer to a plain form, posted by someone with a secret link and no account; what was typed comes back with the outcome.
 * A route rather than a server action: those change their ids with every build, and a page that lay open on a phone for a week must still be able to stop us.
 */
export function publicAction<S extends z.ZodType, C, T>({ schema, open, useCase, always }: Public<S, C, T>) {
  return async (request: Request, token: string): Promise<{ outcome: Outcome<T>; typed: URLSearchParams }> => {
    const now = new Date();
    const address = `public ${request.headers.get("x-forwarded-for") ?? ""}`;
    const context = await open(token, now);
    if (!context)
      return { outcome: (await tooMany(`${address} guess`, guesses, now)) ?? no({ code: "not-found" }), typed: new URLSearchParams() };

    const typed = await readBody(request);
    const parsed = schema.safeParse(readForm(asForm(typed)));
    if (!parsed.success) return { outcome: no({ code: "invalid", fields: fieldProblems(parsed.error) }), typed };

    const limited = always?.(parsed.data)
      ? null
      : ((await tooMany(`token ${token}`, perToken, now)) ?? (await tooMany(address, perAddress, now)));
    return { outcome: limited ?? (await orBusy(() => useCase(context, parsed.data))), typed };
  };
}

async function tooMany(subject: string, limit: Limit, now: Date): Promise<Outcome<never> | null> {
  const retryAfterSeconds = await countTry(subject, limit, now);
  return retryAfterSeconds > 0 ? no({ code: "too-many", retryAfterSeconds }) : null;
}

async function readBody(request: Request): Promise<URLSearchParams> {
  const text = await request.text();
  return new URLSearchParams(text.length > bodyLimit ? "" : text);
}
