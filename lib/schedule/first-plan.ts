import { addBusinessDays, instantAt, localDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";

/** Where a new plan begins: by the channel they chose or can be reached on, the next business day at ten o'clock theirs, asking little. */
export function firstPlan(prospectId: string, { terms, reach }: Dossier, zone: string, now: Date): Plan {
  const channel = terms?.channels?.[0] ?? reach[0] ?? "email";
  return {
    prospectId,
    channel,
    at: instantAt(zone, addBusinessDays(localDay(zone, now), 1), 10 * 60),
    ask: "reply",
    offer: { kind: "none", assetId: null, text: "" },
    helps: "",
    draft: "",
    answersObjectionId: null,
    urgentFactId: null,
    basis: null,
  };
}
