import "server-only";
import { z } from "zod";

import { no, ok, type Outcome } from "#lib/outcome.ts";
import { identifyKey, keyPrefix } from "#lib/people/identify-key.ts";
import { addressOf } from "#lib/platform/auth.ts";
import { orBusy } from "#lib/platform/contention.ts";
import type { Actor } from "#lib/platform/context.ts";
import { answer, problem, readInput, type Route, type UseCase } from "#lib/platform/endpoint.ts";
import { countTry, type Limit } from "#lib/platform/rate-limit.ts";

/** What one key may ask for, in calls. */
const perKey: Limit = { max: 600, windowSeconds: 60 };
/** Wrong keys from one address, and for one organisation, as an address can be forged. A right key is let through whatever others tried. */
const guesses: Limit = { max: 9, windowSeconds: 300 };
/** The part of a key that names the organisation: the prefix, and 126 of its 128 bits. */
const organisationPart = keyPrefix.length + 21;

type Options<S extends z.ZodType> = {
  /** The largest body. */
  megabytes?: number;
  /** How many calls of the key's allowance it takes. */
  calls?: (input: z.output<S>) => number;
};

/** The same as endpoint(), for programs: the key in `Authorization: Bearer` says who asks. There is no cookie to abuse, so no origin to check. */
export function keyEndpoint<S extends z.ZodType, T>(
  schema: S,
  useCase: UseCase<S, T>,
  { megabytes = 1, calls = () => 1 }: Options<S> = {},
) {
  return async (request: Request, route: Route): Promise<Response> => {
    const now = new Date();
    const caller = await callerOf(request, now);
    if (!caller.ok) return problem(caller.problem);
    const { actor, keyId } = caller.value;
    const spend = (count: number) => tooMany(`key ${keyId}`, perKey, now, count);

    const spent = await spend(1);
    if (spent) return answer(spent);
    const input = await readInput(request, route, schema, megabytes);
    if (!input.ok) return problem(input.problem);
    const more = calls(input.value) - 1;
    const overspent = more > 0 ? await spend(more) : null;
    return answer(overspent ?? (await orBusy(() => useCase({ actor, now }, input.value))));
  };
}

/** Whom the key works as. A wrong, revoked, malformed or ended key, and none at all, get the same answer. */
async function callerOf({ headers }: Request, now: Date): Promise<Outcome<{ actor: Actor; keyId: string }>> {
  const key = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (!key) return no({ code: "unknown-key" });
  const caller = await identifyKey(key, now);
  if (caller) return ok(caller);
  const fromHere = await tooMany(`wrong key from ${addressOf(headers)}`, guesses, now);
  // whoever is over their limit leaves no further rows behind
  if (fromHere) return fromHere;
  return (await tooMany(`wrong key for ${key.slice(0, organisationPart)}`, guesses, now)) ?? no({ code: "unknown-key" });
}

async function tooMany(subject: string, limit: Limit, now: Date, worth = 1): Promise<Outcome<never> | null> {
  const retryAfterSeconds = await countTry(subject, limit, now, worth);
  return retryAfterSeconds > 0 ? no({ code: "too-many", retryAfterSeconds }) : null;
}
