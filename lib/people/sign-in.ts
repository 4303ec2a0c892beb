import "server-only";
import { isAPIError } from "better-auth/api";
import { z } from "zod";

import { no, ok, type Outcome } from "#lib/outcome.ts";
import { auth } from "#lib/platform/auth.ts";

export const Credentials = z.object({ email: z.string().trim().toLowerCase().max(320), password: z.string().max(200) });
export type Credentials = z.infer<typeof Credentials>;

/** One answer for an unknown address, a wrong password and a deactivated person, so that nobody learns who works here. */
export const notRight = "E-mail or password is not right.";

/** Opens a session and sets its cookie on the answer to the current request. `headers` are the request's. */
export async function signIn(headers: Headers, credentials: Credentials): Promise<Outcome<null>> {
  try {
    await auth().api.signInEmail({ headers, body: credentials });
    return ok(null);
  } catch (error) {
    if (!isAPIError(error)) throw error;
    if (error.status === "TOO_MANY_REQUESTS") return no({ code: "too-many", retryAfterSeconds: retryAfter(error.headers) });
    return no({ code: "conflict", sentence: notRight });
  }
}

const retryAfter = (headers: HeadersInit | undefined) => Number(new Headers(headers).get("retry-after")) || 60;
