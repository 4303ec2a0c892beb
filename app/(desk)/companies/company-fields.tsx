import { Entry } from "#components/entry.tsx";
import { countries } from "#lib/prospects/countries.ts";

const options = [{ value: "", label: "Not known" }, ...countries.map(({ code, name }) => ({ value: code, label: name }))];

/** What a company's record holds, for adding and for editing. */
export function CompanyFields({ name, domain, country }: { name?: string; domain?: string | null; country?: string | null }) {
  return (
    <>
      <Entry label="Name" name="name" defaultValue={name} isRequired />
      <Entry label="Website" name="domain" defaultValue={domain} placeholder="vilar.example" />
      <Entry label="Country" name="country" defaultValue={country} options={options} />
    </>
  );
}
