import fs from "node:fs";
import path from "node:path";

import { db } from "#lib/platform/db.ts";
import { newId, newToken, readToken } from "#lib/platform/ids.ts";

/** The token of one prospect's own page, for the demo to print. The database keeps only its hash, so the token waits in a file that git ignores. */
export async function ensureDemoLink(orgId: string, name: string, now: Date): Promise<void> {
  const file = process.env.DEMO_LINK ?? ".data/demo-link";
  const known = fs.existsSync(file) ? readToken(fs.readFileSync(file, "utf8")) : null;
  if (known?.orgId === orgId) {
    const link = await db.preferenceLink.findFirst({ where: { orgId, tokenHash: known.hash, revokedAt: null }, select: { id: true } });
    if (link) return;
  }
  const { id: prospectId } = await db.prospect.findFirstOrThrow({ where: { orgId, name }, select: { id: true } });
  const { token, hash } = newToken(orgId);
  await db.preferenceLink.create({
    data: { orgId, id: newId(now), prospectId, tokenHash: hash, createdAt: now, addressSince: now },
    select: { id: true },
  });
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, token, { mode: 0o600 });
}
