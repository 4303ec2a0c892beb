import type { ReactNode } from "react";

import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { countries } from "#lib/prospects/countries.ts";
import { relationshipNames, subscriberNames } from "#lib/prospects/prospect-fields.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";

type Start = Partial<Omit<ProspectRecord, "company" | "contactPoints">> & {
  companyName?: string;
  contactPoints?: ProspectRecord["contactPoints"];
};
type Props = {
  action: FormAction;
  submit: string;
  done: string;
  goTo: string;
  cancelTo: string;
  keep: string;
  insist: { name: string; label: string };
  start: Start;
  children?: ReactNode;
};

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const countryOptions = [{ value: "", label: "Not known" }, ...countries.map(({ code, name }) => ({ value: code, label: name }))];
const zoneOptions = [
  { value: "", label: "From the country, where it keeps one time" },
  ...Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
];
const sources = [
  "They wrote to us",
  "They called us",
  "They gave it to us at a fair",
  "Introduced by a customer",
  "Their company's public website",
  "Their public professional profile",
];

/** What a person's record holds, for adding and for editing. */
export function ProspectForm({ start, children, ...form }: Props) {
  const typed = (kind: string) => start.contactPoints?.filter((point) => point.kind === kind).map(({ value }) => value) ?? [];
  const zones =
    start.timeZone && !zoneOptions.some(({ value }) => value === start.timeZone)
      ? [...zoneOptions, { value: start.timeZone, label: start.timeZone }]
      : zoneOptions;
  return (
    <ActionForm {...form} className="entries sheet-form">
      <section>
        <h2>Who</h2>
        <Entry
          label="Name"
          name="name"
          defaultValue={start.name}
          isWide
          hint="As they write it, or what stands for it: an e-mail address, a role and a company."
        />
        <Entry label="Given name" name="givenName" defaultValue={start.givenName} hint="How a letter greets them." />
        <Entry label="Family name" name="familyName" defaultValue={start.familyName} />
        <Entry label="Job title" name="jobTitle" defaultValue={start.jobTitle} />
        <Entry label="Company" name="companyName" defaultValue={start.companyName} hint="One you have is used; a new name is added." />
      </section>
      <section>
        <h2>How to reach them</h2>
        <Several label="E-mail" name="emails" type="email" values={typed("email")} />
        <Several label="Phone" name="phones" type="tel" values={typed("phone")} />
        <Entry label="LinkedIn" name="linkedin" defaultValue={typed("linkedin")[0]} placeholder="linkedin.com/in/…" />
        <Entry label="Postal address" name="address" rows={3} defaultValue={typed("address")[0]} />
      </section>
      <section>
        <h2>Where and how</h2>
        <Entry
          label="Country"
          name="country"
          options={countryOptions}
          defaultValue={start.country}
          hint="Whose law protects them, and a phone number's code."
        />
        <Entry
          label="State or province"
          name="region"
          defaultValue={start.region}
          hint="Where the law or the time differs inside a country: FL."
        />
        <Entry label="Time zone" name="timeZone" options={zones} defaultValue={start.timeZone} />
        <Entry label="Language" name="language" defaultValue={start.language} hint="As its code: pt, en, de." />
      </section>
      <section>
        <h2>What the law and they may expect</h2>
        <Entry
          label="Where do you have this from?"
          name="source"
          defaultValue={start.source}
          suggestions={sources}
          isRequired
          isWide
          hint="Every fact about a person has a source, and they can ask for it (C8)."
        />
        <Entry
          label="They are"
          name="subscriberKind"
          options={optionsOf(subscriberNames)}
          defaultValue={start.subscriberKind ?? "unknown"}
        />
        <Entry
          label="How it began"
          name="relationship"
          options={optionsOf(relationshipNames)}
          defaultValue={start.relationship ?? "cold"}
        />
      </section>
      {children}
    </ActionForm>
  );
}

/** What there is of a kind, and one more empty field. */
function Several({ label, name, type, values }: { label: string; name: string; type: "email" | "tel"; values: string[] }) {
  return [...values, ""].map((value, at) => (
    <Entry
      // oxlint-disable-next-line react/no-array-index-key -- the place is what names the field
      key={at}
      label={at === 0 ? label : value ? `${label} ${at + 1}` : `Another ${label.toLowerCase()}`}
      name={`${name}[]`}
      path={`${name}.${at}`}
      type={type}
      defaultValue={value}
    />
  ));
}
