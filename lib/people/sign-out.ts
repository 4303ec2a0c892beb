import "server-only";
import { auth } from "#lib/platform/auth.ts";

/** Ends the session of the current request and takes its cookie back. Fine to call when nobody is signed in. */
export async function signOut(headers: Headers): Promise<void> {
  await auth().api.signOut({ headers });
}
