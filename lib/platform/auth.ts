import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, getIP } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";

import { db } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";
import { countTry, forgetTries, type Limit } from "#lib/platform/rate-limit.ts";

const days = 24 * 60 * 60;
const signInPath = "/sign-in/email";

/** Tries for one account from anywhere: an address can be forged, so it is no part of the count. A success clears it. */
const perAccount: Limit = { max: 8, windowSeconds: 300 };
/** Tries from one address over all accounts. */
const perAddress: Limit = { max: 100, windowSeconds: 300 };

function create() {
  const { AUTH_SECRET, BASE_URL } = env();
  const secure = BASE_URL.startsWith("https:");
  const name = secure ? "__Host-tactful" : "tactful";
  return betterAuth({
    appName: "Tactful",
    baseURL: BASE_URL,
    secret: AUTH_SECRET,
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    trustedOrigins: [BASE_URL, BASE_URL.replace("127.0.0.1", "localhost")],
    // People come in by invitation only; there is no sign-up.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    // No cookie cache: a revoked session must be refused at the next request.
    session: { expiresIn: 14 * days, updateAge: days },
    advanced: {
      database: { generateId: "uuid" },
      disableOriginCheck: false, // said, because it is off by default where NODE_ENV is "test"
      useSecureCookies: false, // it would put "__Secure-" before "__Host-"; the attributes below say the same
      cookiePrefix: name,
      cookies: { session_token: { name } },
      defaultCookieAttributes: { path: "/", httpOnly: true, sameSite: "lax", secure },
    },
    // Requests to the library's own routes, counted like everything else.
    rateLimit: { enabled: true, window: 60, max: 300, customStorage: { consume }, customRules: { [signInPath]: false } },
    // Hooks run for server-side calls too, which the router's limit above never sees.
    hooks: { before: createAuthMiddleware(beforeSignIn), after: createAuthMiddleware(afterSignIn) },
    databaseHooks: { session: { create: { before: refuseDeactivated } } },
    // A wrong password is no event of the server's; naming a level here would make it one.
    logger: { log: (level, message, ...rest) => void (level === "error" && console.error(message, ...rest)) },
    telemetry: { enabled: false },
    plugins: [nextCookies()],
  });
}

async function consume(key: string, { window: windowSeconds, max }: { window: number; max: number }) {
  const wait = await countTry(key, { max, windowSeconds }, new Date());
  return { allowed: wait === 0, retryAfter: wait || null };
}

type Hook = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

async function beforeSignIn(ctx: Hook): Promise<void> {
  if (ctx.path !== signInPath) return;
  const { email } = ctx.body as { email?: unknown };
  const address = addressOf(ctx.headers);
  const now = new Date();
  const waits = [await countTry(`sign-in from ${address}`, perAddress, now), await countTry(accountKey(email), perAccount, now)];
  const wait = Math.max(...waits);
  if (wait > 0)
    throw new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_REQUESTS", message: "Too many tries." }, { "retry-after": String(wait) });
}

async function afterSignIn(ctx: Hook): Promise<void> {
  if (ctx.path === signInPath && ctx.context.newSession) await forgetTries(accountKey(ctx.context.newSession.user.email));
}

/** Where a request says it comes from; good for counting, not for trusting. */
export const addressOf = (headers: Headers | undefined) => (headers && getIP(headers, auth().options)) ?? "unknown";

const accountKey = (email: unknown) => `sign-in to ${String(email).trim().toLowerCase()}`;

/** Someone without an active place in an organisation gets, to the byte, the answer that a wrong password gets. */
async function refuseDeactivated({ userId }: { userId: string }): Promise<void> {
  const active = await db.member.count({ where: { userId, deactivatedAt: null } });
  if (active === 0) throw new APIError("UNAUTHORIZED", { message: "Invalid email or password", code: "INVALID_EMAIL_OR_PASSWORD" });
}

let instance: ReturnType<typeof create> | undefined;

/** Created at first use, so that a build needs neither secret nor database. */
export const auth = () => (instance ??= create());
