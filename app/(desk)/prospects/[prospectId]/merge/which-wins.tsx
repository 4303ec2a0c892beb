import { Choice } from "#components/entry.tsx";
import { countryName } from "#lib/prospects/countries.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";

type Props = { kept: ProspectRecord; other: ProspectRecord };

const fields: { name: string; legend: string; of: (record: ProspectRecord) => string | null }[] = [
  { name: "name", legend: "Name", of: ({ name }) => name },
  { name: "jobTitle", legend: "Job title", of: ({ jobTitle }) => jobTitle },
  { name: "company", legend: "Company", of: ({ company }) => company?.name ?? null },
  { name: "place", legend: "Where they are", of: placeOf },
  { name: "owner", legend: "Owner", of: ({ owner }) => owner.name },
];

export function placeOf({ country, region, timeZone }: ProspectRecord): string | null {
  return [country && countryName(country), region, timeZone?.replaceAll("_", " ")].filter(Boolean).join(", ") || null;
}

/** What differs and has to be chosen; what only one of them says is taken as it is. */
export function WhichWins({ kept, other }: Props) {
  const differing = fields.filter(({ of }) => of(kept) && of(other) && of(kept) !== of(other));
  if (differing.length === 0) return null;
  return (
    <section>
      <h2>Which is right?</h2>
      {differing.map(({ name, legend, of }) => (
        <Choice
          key={name}
          legend={legend}
          name={name}
          defaultValue="kept"
          options={[
            { value: "kept", label: of(kept)! },
            { value: "other", label: of(other)! },
          ]}
        />
      ))}
    </section>
  );
}
