import type { Route } from "next";
import Link from "next/link";

import type { FormAction } from "#components/action-form.tsx";
import { HandOff } from "#components/hand-off-link.tsx";
import { Icon } from "#components/icon.tsx";
import { InlineEdit } from "#components/inline-edit.tsx";
import { countries, countryName } from "#lib/prospects/countries.ts";
import { fieldLabels } from "#lib/prospects/prospect-fields.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";

type Props = { record: ProspectRecord; edit: FormAction };

const countryOptions = [{ value: "", label: "Not known" }, ...countries.map(({ code, name }) => ({ value: code, label: name }))];

/** Title and company below the name, each changed where it stands. */
export function Position({ record, edit }: Props) {
  const { id, jobTitle, company, archivedAt } = record;
  const at = company?.visible ? <Link href={`/companies/${company.id}` as Route}>{company.name}</Link> : company?.name;
  if (archivedAt) return <p className="soft">{[jobTitle, company?.name].filter(Boolean).join(", ")}</p>;
  const common = { action: edit, prospectId: id };
  return (
    <>
      <InlineEdit {...common} field="jobTitle" label={fieldLabels.jobTitle} value={jobTitle ?? ""}>
        <p className="soft">{jobTitle ?? "No title yet"}</p>
      </InlineEdit>
      <InlineEdit
        {...common}
        field="companyName"
        label={fieldLabels.companyName}
        value={company?.name ?? ""}
        hint="One you have is used; a new name is added."
      >
        <p className="soft">{at ?? "No company yet"}</p>
      </InlineEdit>
    </>
  );
}

const reach = {
  email: { field: "emails", hint: "One a line; the first is used.", rows: 2 },
  phone: { field: "phones", hint: "One a line, with the country's code.", rows: 2 },
  linkedin: { field: "linkedin", hint: "linkedin.com/in/…", rows: undefined },
  address: { field: "address", hint: "As it stands on a letter.", rows: 3 },
} as const;

/** Every way to reach them, each changed where it stands. What is no longer in use is kept in sight. */
export function Reach({ record, edit }: Props) {
  const kinds = Object.entries(reach) as [keyof typeof reach, (typeof reach)[keyof typeof reach]][];
  return kinds.map(([kind, { field, hint, rows }]) => {
    const points = record.contactPoints.filter((point) => point.kind === kind);
    const label = fieldLabels[field];
    if (points.length === 0 && record.archivedAt) return null;
    const shown = (
      <dl className="fact">
        <dt>{label}</dt>
        {points.length === 0 ? <dd className="meta">none yet</dd> : null}
        {points.map((point) => (
          <Point key={point.id} point={point} person={record} />
        ))}
      </dl>
    );
    if (record.archivedAt) return <div key={kind}>{shown}</div>;
    const value = points.filter(({ invalidAt }) => !invalidAt).map((point) => point.value);
    return (
      <InlineEdit
        key={kind}
        action={edit}
        prospectId={record.id}
        field={field}
        label={label}
        hint={hint}
        value={value.join("\n")}
        {...(rows && { rows })}
      >
        {shown}
      </InlineEdit>
    );
  });
}

type PointProps = { point: ProspectRecord["contactPoints"][number]; person: Pick<ProspectRecord, "id" | "name"> };

function Point({ point: { kind, value, normalised, invalidAt }, person }: PointProps) {
  const isProfile = kind === "linkedin" && normalised.startsWith("https://www.linkedin.com/");
  return (
    <>
      <dd>
        {isProfile ? (
          <a href={normalised} rel="noreferrer noopener" target="_blank">
            {normalised.replace("https://www.", "")}
          </a>
        ) : (kind === "phone" || kind === "email") && !invalidAt ? (
          <HandOff by={kind} person={person} address={normalised}>
            {value}
          </HandOff>
        ) : (
          value
        )}
      </dd>
      {invalidAt ? (
        <dd>
          <Icon name="ban" />
          no longer in use
        </dd>
      ) : null}
    </>
  );
}

/** Who they are on paper: name, zone, country, language, and where we have it from. */
export function OnRecord({ record, edit }: Props) {
  const zones = [
    { value: "", label: "From the country, where it keeps one time" },
    ...[...new Set([...Intl.supportedValuesOf("timeZone"), ...(record.timeZone ? [record.timeZone] : [])])].map((zone) => ({
      value: zone,
      label: zone.replaceAll("_", " "),
    })),
  ];
  const country = record.country && [countryName(record.country), record.region].filter(Boolean).join(", ");
  const lines = [
    { field: "name", value: record.name, shown: record.name },
    { field: "givenName", value: record.givenName, shown: record.givenName, hint: "How a letter greets them." },
    { field: "timeZone", value: record.timeZone, shown: record.timeZone?.replaceAll("_", " "), options: zones },
    { field: "country", value: record.country, shown: country, options: countryOptions },
    { field: "language", value: record.language, shown: record.language, hint: "As its code: pt, en, de." },
    { field: "source", value: record.source, shown: record.source ?? "not said – add where you have it from" },
  ] as const;
  return lines.map(({ field, value, shown, ...more }) => {
    const fact = (
      <dl className="fact">
        <dt>{fieldLabels[field]}</dt>
        <dd>{shown || "not known"}</dd>
      </dl>
    );
    return record.archivedAt ? (
      <div key={field}>{fact}</div>
    ) : (
      <InlineEdit key={field} action={edit} prospectId={record.id} field={field} label={fieldLabels[field]} value={value ?? ""} {...more}>
        {fact}
      </InlineEdit>
    );
  });
}
