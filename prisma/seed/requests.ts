import { db } from "#lib/platform/db.ts";
import { askFor } from "#lib/rights/ask-for.ts";
import { recordRequest } from "#lib/rights/record-request.ts";
import type { Stage } from "#prisma/seed/play.ts";

/** What three of the demo's people ask about their data, one of them nearly a month ago; and what was told long ago is read. */
export async function seedRequests({ staff, calendar }: Stage, ids: Map<string, string>, now: Date): Promise<void> {
  const { orgId, actors } = staff;
  const ana = { orgId, prospectId: ids.get("Ana Carvalho Montenegro e Sá")!, linkId: orgId, now: calendar.ago(3) };
  await askFor(ana, { ask: "correct", about: "Company", right: "We are called Vilar Diagnostics since October." });
  const heard = { cameBy: "phone", words: "She would like to see what we have on her." } as const;
  await recordRequest(
    { actor: actors.maya, now: calendar.ago(27) },
    { prospectId: ids.get("Fionnuala Mac Giolla Bhríde")!, kind: "export", ...heard },
  );
  const gone = { cameBy: "mail", words: "Please delete everything you hold about me." } as const;
  await recordRequest(
    { actor: actors.femke, now: calendar.ago(1) },
    { prospectId: ids.get("Søren Kjærgaard-Lund")!, kind: "erase", ...gone },
  );
  await db.notice.updateMany({ where: { orgId, createdAt: { lt: calendar.ago(6) } }, data: { readAt: now } });
}
