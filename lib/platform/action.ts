import "server-only";
import { z } from "zod";

import { fieldProblems } from "#lib/field-problems.ts";
import { no, type Outcome } from "#lib/outcome.ts";
import { orBusy } from "#lib/platform/contention.ts";
import type { Context } from "#lib/platform/context.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { readForm } from "#lib/platform/form.ts";

type UseCase<I, T> = (context: Context, input: I) => Promise<Outcome<T>>;

/** Turns a use case into a server action: sign-in, parse, call. It takes a form, or the same fields as an object. */
export function action<S extends z.ZodType, T>(schema: S, useCase: UseCase<z.output<S>, T>) {
  return async (_previous: Outcome<T> | null, input: FormData | z.input<S>): Promise<Outcome<T>> => {
    const actor = await currentActor();
    if (!actor) return no({ code: "signed-out" });

    const parsed = schema.safeParse(input instanceof FormData ? readForm(input) : input);
    if (!parsed.success) return no({ code: "invalid", fields: fieldProblems(parsed.error) });

    return orBusy(() => useCase({ actor, now: new Date() }, parsed.data));
  };
}
