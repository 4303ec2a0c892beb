import { hashPassword } from "better-auth/crypto";

import { POST } from "#app/api/auth/[...all]/route.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";

export const testPassword = "persistent-never-pushy";
const hash = await hashPassword(testPassword);

/** Lets a member of aMember() sign in with `testPassword`. */
export async function givePassword({ userId }: { userId: string }): Promise<void> {
  const now = new Date();
  await db.account.create({
    data: { id: newId(now), accountId: userId, providerId: "credential", userId, password: hash, createdAt: now, updatedAt: now },
  });
}

/** A request to the sign-in library's route, from our own page unless another origin is named. */
export function authRequest(path: string, body?: unknown, headers: Record<string, string> = {}): Request {
  const base = process.env.BASE_URL!;
  return new Request(`${base}/api/auth${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", origin: base, "x-forwarded-for": "192.0.2.1", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** The cookie of a new session. */
export async function signInAs({ email }: { email: string }, password = testPassword): Promise<string> {
  const response = await POST(authRequest("/sign-in/email", { email, password }));
  if (!response.ok) throw new Error(`signing in answered ${response.status}`);
  return response.headers.get("set-cookie")!.split(";")[0]!;
}
