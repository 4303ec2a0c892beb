import type { Role } from "#lib/people/roles.ts";

/** Who is asking. `teamId` is the team whose records a rep sees. */
export type Actor = { orgId: string; userId: string; teamId: string; role: Role; name: string; timeZone: string };

/** Who is asking, and when. Made once a request by the edge; never read from the ambient world. */
export type Context = { actor: Actor; now: Date };
