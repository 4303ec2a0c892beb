import "server-only";
import { headers } from "next/headers";
import { cache } from "react";

import type { Role } from "#lib/people/roles.ts";
import { auth } from "#lib/platform/auth.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";

/** The signed-in person, asked of the database once a request, or null. A deactivated person is nobody from their next request on. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await auth().api.getSession({ headers: await headers() });
  if (!session) return null;

  const member = await db.member.findFirst({
    where: { userId: session.user.id, deactivatedAt: null },
    select: { orgId: true, userId: true, teamId: true, role: true, name: true, timeZone: true },
    orderBy: { createdAt: "asc" },
  });
  return member && { ...member, role: member.role as Role };
});
