import type { Relationship } from "#lib/follow-up/vocabulary.ts";
import type { PreferencePage } from "#lib/preferences/find-by-token.ts";

/** What we hold about how to reach them, and where it came from (C8). */
export function Held({ page: { name, jobTitle, company, addresses, source, relationship } }: { page: PreferencePage }) {
  const rows: [label: string, value: string][] = [
    ["Name", name],
    ...(jobTitle ? [["Work", jobTitle] as [string, string]] : []),
    ...(company ? [["Company", company] as [string, string]] : []),
    ...addresses.map(({ kind, value }): [string, string] => [kinds[kind], value]),
    ["Where we have it from", source ?? origins[relationship]],
  ];
  return (
    <section className="rest">
      <h2>What we know about you</h2>
      <p>To correct or erase any of it, reply to any of our messages.</p>
      <dl className="held">
        {rows.map(([label, value]) => (
          <div key={`${label} ${value}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const kinds = { email: "E-mail", phone: "Phone", linkedin: "LinkedIn", address: "Postal address" } as const;

const origins: Record<Relationship, string> = {
  inbound: "You came to us",
  referral: "Someone you know pointed us to you",
  customer: "You have bought from us",
  cold: "We looked for people in your line of work",
};
