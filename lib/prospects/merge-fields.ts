import { z } from "zod";

import { checked } from "#lib/field.ts";

/** Whose value of a field the merged record takes. What that one does not say is filled from the other. */
const Whose = z.enum(["kept", "other"]).default("kept");

export const MergeProspects = z.object({
  /** The record that is kept, and the one that is folded into it. */
  prospectId: z.uuid().toLowerCase(),
  otherId: z.uuid().toLowerCase(),
  name: Whose,
  jobTitle: Whose,
  company: Whose,
  /** Country, state and time zone. */
  place: Whose,
  owner: Whose,
  sure: checked,
});
export type MergeProspects = z.output<typeof MergeProspects>;

/** What may be chosen of a record, as far as the merge goes. */
export type Mergeable = {
  name: string;
  givenName: string | null;
  familyName: string | null;
  jobTitle: string | null;
  companyId: string | null;
  country: string | null;
  region: string | null;
  timeZone: string | null;
  language: string | null;
  source: string | null;
  subscriberKind: string;
  relationship: string;
  ownerId: string;
  teamId: string;
};

type Chosen = Pick<MergeProspects, "name" | "jobTitle" | "company" | "place" | "owner">;

/** What the kept record says after the merge: names, place and owner as chosen, gaps filled from the other, both sources (C8), and of two kinds of subscriber the better protected. */
export function mergedFields(kept: Mergeable, other: Mergeable, chosen: Chosen): Mergeable {
  const of = (whose: "kept" | "other") => (whose === "kept" ? [kept, other] : [other, kept]) as [Mergeable, Mergeable];
  const [named] = of(chosen.name);
  const [owned] = of(chosen.owner);
  const [titled, untitled] = of(chosen.jobTitle);
  const [employed, unemployed] = of(chosen.company);
  const places = of(chosen.place);
  const placed = places.find(({ country }) => country) ?? places.find(({ timeZone }) => timeZone) ?? kept;
  return {
    ...{ name: named.name, givenName: named.givenName, familyName: named.familyName },
    jobTitle: titled.jobTitle ?? untitled.jobTitle,
    companyId: employed.companyId ?? unemployed.companyId,
    ...{ country: placed.country, region: placed.region, timeZone: placed.timeZone },
    language: kept.language ?? other.language,
    source: [...new Set([kept.source, other.source].filter(Boolean))].join("; ") || null,
    subscriberKind: protectedFirst.find((kind) => [kept.subscriberKind, other.subscriberKind].includes(kind)) ?? kept.subscriberKind,
    // "we found them" is what a record says that was told nothing better
    relationship: kept.relationship === "cold" ? other.relationship : kept.relationship,
    ...{ ownerId: owned.ownerId, teamId: owned.teamId },
  };
}

// somebody known to be at a company on one record is not unknown
const protectedFirst = ["consumer", "sole_trader", "corporate"];
