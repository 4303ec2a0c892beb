import { GET } from "#app/preferences/[token]/route.ts";
import { db } from "#lib/platform/db.ts";
import { newId, newToken } from "#lib/platform/ids.ts";
import { findByToken } from "#lib/preferences/find-by-token.ts";
import type { Case } from "./measure.ts";
import type { Subject } from "./subject.ts";

/** The prospect's own page, of those in a rep's hands with the longest histories: what one round trip reads, and the whole answer of the server. */
export async function prospectPageCases({
  rep: { orgId, userId },
  now,
}: Subject): Promise<{ cases: Case[]; undo: () => Promise<unknown> }> {
  const busiest = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Prospect" p WHERE p."orgId" = ${orgId}::uuid AND p."ownerId" = ${userId}::uuid
     ORDER BY (SELECT count(*) FROM "AssetShare" s WHERE s."orgId" = p."orgId" AND s."prospectId" = p.id) DESC, p.id LIMIT 50`;
  const links = busiest.map(({ id }) => ({ id: newId(now), prospectId: id, ...newToken(orgId) }));
  await db.preferenceLink.createMany({
    data: links.map(({ id, prospectId, hash }) => ({ orgId, id, prospectId, tokenHash: hash, createdAt: now })),
  });
  const tokenOf = (round: number) => links[round % links.length]!.token;
  const answer = (token: string) =>
    GET(new Request(`http://127.0.0.1/preferences/${token}`), { params: Promise.resolve({ token }) }).then((response) => response.text());
  return {
    cases: [
      { name: "the prospect's page: its one read", run: (round) => findByToken(tokenOf(round), now), goal: 5 },
      { name: "the prospect's page: read and written out", run: (round) => answer(tokenOf(round)), goal: 5 },
    ],
    undo: () => db.preferenceLink.deleteMany({ where: { orgId, id: { in: links.map(({ id }) => id) } } }),
  };
}
