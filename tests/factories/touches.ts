import { db } from "#lib/platform/db.ts";
import type { Actor } from "#lib/platform/context.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { logTouch } from "#lib/touches/log-touch.ts";
import { LogTouch } from "#lib/touches/touchpoint.ts";
import { aContext, aMember, anOrganisation, aProspect, testNow } from "#tests/factories/records.ts";

export const day = 24 * 60 * 60 * 1000;
export const later = (milliseconds: number) => new Date(testNow.getTime() + milliseconds);

export async function aDesk() {
  const organisation = await anOrganisation({ numbers: defaultPolicy });
  const rep = await aMember(organisation);
  return { organisation, rep, prospect: await aProspect(rep) };
}

/** A sent e-mail, unless said otherwise. */
export const aLog = (prospectId: string, over: object = {}) =>
  LogTouch.parse({ prospectId, channel: "email", direction: "out", disposition: "sent", ...over });

export async function logged(actor: Actor, prospectId: string, over: object = {}, now = testNow) {
  const outcome = await logTouch(aContext(actor, now), aLog(prospectId, over));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

export const pulse = (orgId: string, id: string) =>
  db.prospect.findUniqueOrThrow({
    where: { orgId_id: { orgId, id } },
    select: { lastOutboundAt: true, lastInboundAt: true, unanswered: true, pausedUntil: true, stoppedAt: true, nextAt: true },
  });
