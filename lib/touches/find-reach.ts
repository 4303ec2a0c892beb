import "server-only";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { findProspectRecord } from "#lib/prospects/queries.ts";
import { findPlanDesk } from "#lib/schedule/desk-queries.ts";
import { findVisibleFollowUp, toPlan } from "#lib/schedule/queries.ts";
import type { Reach } from "#lib/touches/reach.ts";
import { voicemailFor } from "#lib/touches/voicemail.ts";

/** How somebody is reached, with the letter and the voicemail of what is suggested or of the follow-up that is due. */
export async function findReach(context: Context, prospectId: string, followUpId: string | null): Promise<Outcome<Reach>> {
  const record = await findProspectRecord(context.actor, prospectId);
  if (!record) return no({ code: "not-found" });
  const [{ form }, followUp] = await Promise.all([
    findPlanDesk(context, prospectId, null),
    followUpId ? findVisibleFollowUp(context.actor, followUpId) : null,
  ]);
  const { dossier, policy, initial, suggested } = form;
  const due = followUp?.prospectId === prospectId ? toPlan(followUp) : null;
  const plan = due ?? suggested?.plan ?? initial;
  const caller = context.actor.name.split(/\s+/)[0] ?? context.actor.name;
  const of = (kind: "phone" | "email") => record.contactPoints.find((point) => point.kind === kind && !point.invalidAt)?.normalised ?? null;
  return ok({
    ...{ name: record.name, theirZone: dossier.terms?.timeZone ?? dossier.person.timeZone },
    ...{ phone: of("phone"), email: of("email"), draft: due?.draft ?? "", plan: initial },
    subject: dossier.assets.find(({ id }) => id === plan.offer.assetId)?.title ?? "",
    voicemail: voicemailFor({ plan, dossier, policy, caller, now: context.now }),
  });
}
