import "server-only";
import { z } from "zod";

import { changesOf } from "#lib/events/changes.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { savedMeanwhile } from "#lib/events/saved-meanwhile.ts";
import { checked } from "#lib/field.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import type { TxContext } from "#lib/platform/transaction.ts";
import { readContactPoints } from "#lib/prospects/contact-points.ts";
import { warnOfNamesake } from "#lib/prospects/create-prospect.ts";
import { guessZone } from "#lib/prospects/guess-zone.ts";
import { prospectFields, standingName } from "#lib/prospects/prospect-fields.ts";
import { readRegion } from "#lib/prospects/read-region.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { readStandingFields } from "#lib/prospects/standing-fields.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { replaceContactPoints } from "#lib/prospects/replace-contact-points.ts";
import { type LockedProspect, lockProspect, organisationCountry, settleCompany, updateProspect } from "#lib/prospects/store.ts";

export const EditProspect = z.object({
  ...prospectFields,
  prospectId: z.uuid(),
  /** The version the form was filled from. */
  version: z.coerce.number().int().positive(),
  /** Said after the warning that someone already works with this address (D9), or that a colleague saved meanwhile. */
  insist: checked,
});
export type EditProspect = z.output<typeof EditProspect>;

/** The source of an old record may be missing; the form asks for it, an edit of something else does not. */
type Input = Omit<EditProspect, "source"> & { source: string | null };

/** `groundsChanged` when judgements of what is planned rest on something that changed. */
export type Edited = { id: string; version: number; notices: string[]; groundsChanged: boolean };

/**
 * Replaces what the record holds, inside a transaction. A save by somebody else in between is a conflict until it is insisted on: nothing is
 * lost unseen.
 */
export async function editProspect(context: TxContext<Context>, input: Input): Promise<Outcome<Edited>> {
  const { actor, now, tx } = context;
  const before = await lockProspect(context, input.prospectId);
  if (!before) return no({ code: "not-found" });
  if (before.archivedAt)
    return no({ code: "conflict", sentence: "This record is archived. Restore it first; what you typed is still here." });
  const stood = await readStandingFields(context, before.id);
  if (before.version !== input.version && !input.insist)
    return savedMeanwhile(context, { kind: "prospect.edited", prospectId: before.id }, "this record", {
      version: before.version,
      fields: stood,
    });

  const { points, problems, notices } = readContactPoints(input, input.country ?? (await organisationCountry(context)));
  if (Object.keys(problems).length > 0) return no({ code: "invalid", fields: problems });
  const name = standingName(input);
  if (!name) return invalid("name", "Give a name, or what stands for one: an e-mail address, or a role and a company.");
  const warning = input.insist ? null : await warnOfNamesake(context, points, before.id);
  if (warning) return no({ code: "conflict", sentence: warning });
  const company = await settleCompany(context, input, before.companyId);
  if (company === undefined) return invalid("companyName", "This company does not exist, or you may not see it.");

  const { givenName, familyName, jobTitle, country, language, subscriberKind, relationship, source } = input;
  const region = input.region && readRegion(input.region, country);
  const emails = points.filter(({ kind }) => kind === "email").map(({ value }) => value);
  const timeZone = input.timeZone ?? guessZone(country, region);
  const grounds = { timeZone, country, region, subscriberKind, relationship, companyId: company?.id ?? null };
  const version = await updateProspect(context, before.id, {
    ...{ name, givenName, familyName, jobTitle, language, source, ...grounds },
    searchText: foldForSearch(name, company?.name, ...emails),
  });
  const readdressed = await replaceContactPoints(context, before.id, points);
  await refreshPulse(tx, actor.orgId, [before.id]);
  const changes = changesOf(stood, await readStandingFields(context, before.id));
  const event = { kind: "prospect.edited", prospectId: before.id, data: { version, over: before.version !== input.version, changes } };
  await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
  return ok({ id: before.id, version, notices, groundsChanged: readdressed || differs(before, grounds) });
}

type Grounds = Pick<LockedProspect, "timeZone" | "country" | "region" | "subscriberKind" | "relationship" | "companyId">;

const differs = (before: Grounds, after: Grounds) => (Object.keys(after) as (keyof Grounds)[]).some((key) => before[key] !== after[key]);
