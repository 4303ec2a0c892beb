import "server-only";
import { z } from "zod";

import { recordEvent } from "#lib/events/record-event.ts";
import { checked, optionalId } from "#lib/field.ts";
import { may } from "#lib/people/roles.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import { type ContactPoint, readContactPoints } from "#lib/prospects/contact-points.ts";
import { guessZone } from "#lib/prospects/guess-zone.ts";
import { prospectFields, standingName } from "#lib/prospects/prospect-fields.ts";
import { readRegion } from "#lib/prospects/read-region.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { replaceContactPoints } from "#lib/prospects/replace-contact-points.ts";
import { findNamesakes, findOwner, insertProspect, organisationCountry, settleCompany } from "#lib/prospects/store.ts";

export const CreateProspect = z.object({
  ...prospectFields,
  ownerId: optionalId,
  /** Said after the warning that someone already works with this address (D9). */
  createAnyway: checked,
});
export type CreateProspect = z.output<typeof CreateProspect>;

/** Adds a person. `notices` are worth showing but stood in the way of nothing. */
export function createProspect(context: Context, input: CreateProspect): Promise<Outcome<{ id: string; notices: string[] }>> {
  return inTransaction(context, async (context) => {
    const { actor, now, tx } = context;
    const { points, problems, notices } = readContactPoints(input, input.country ?? (await organisationCountry(context)));
    if (Object.keys(problems).length > 0) return no({ code: "invalid", fields: problems });
    const name = standingName(input);
    if (!name) return invalid("name", "Give a name, or what stands for one: an e-mail address, or a role and a company.");
    const owner = input.ownerId ? await findOwner(context, input.ownerId) : actor;
    if (!owner) return invalid("ownerId", "Choose a colleague from the list.");

    const warning = input.createAnyway ? null : await warnOfNamesake(context, points, null);
    if (warning) return no({ code: "conflict", sentence: warning });
    const company = await settleCompany(context, input);
    if (company === undefined) return invalid("companyName", "This company does not exist, or you may not see it.");

    const { givenName, familyName, jobTitle, country, language, subscriberKind, relationship, source } = input;
    const region = input.region && readRegion(input.region, country);
    const emails = points.filter(({ kind }) => kind === "email").map(({ value }) => value);
    const id = await insertProspect(context, owner, {
      ...{ name, givenName, familyName, jobTitle, country, region, language, subscriberKind, relationship, source },
      timeZone: input.timeZone ?? guessZone(country, region),
      companyId: company?.id ?? null,
      searchText: foldForSearch(name, company?.name, ...emails),
    });
    await replaceContactPoints(context, id, points);
    await refreshPulse(tx, actor.orgId, [id]);
    const event = { kind: "prospect.created", prospectId: id, data: { ownerId: owner.userId, despiteNamesake: input.createAnyway } };
    await recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, event);
    return ok({ id, notices });
  });
}

/** D9: one prospect, one voice. Names the record only to those who may see it. */
export async function warnOfNamesake(context: TxContext, points: ContactPoint[], exceptId: string | null): Promise<string | null> {
  const namesakes = await findNamesakes(context, points, exceptId);
  if (namesakes.length === 0) return null;
  const seen = namesakes.find(({ teamId }) => may(context.actor, "see-all-teams") || teamId === context.actor.teamId);
  if (!seen) return "A colleague already works with this address. Ask your manager who, before two of you write to the same person (D9).";
  return `${seen.name}${seen.archivedAt ? " (archived)" : ""} already has ${seen.value}. Use that record, unless this is someone else (D9).`;
}
