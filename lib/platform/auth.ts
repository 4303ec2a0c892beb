import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";

import { db } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";

const days = 24 * 60 * 60;

function create() {
  const { AUTH_SECRET, BASE_URL } = env();
  const secure = BASE_URL.startsWith("https:");
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
      cookies: { session_token: { name: secure ? "__Host-tactful" : "tactful", attributes: { path: "/", httpOnly: true, sameSite: "lax", secure } } },
    },
    rateLimit: { enabled: true, storage: "database", window: 60, max: 100, customRules: { "/sign-in/email": { window: 60, max: 8 } } },
    telemetry: { enabled: false },
    plugins: [nextCookies()],
  });
}

let instance: ReturnType<typeof create> | undefined;

/** Created at first use, so that a build needs neither secret nor database. */
export const auth = () => (instance ??= create());
