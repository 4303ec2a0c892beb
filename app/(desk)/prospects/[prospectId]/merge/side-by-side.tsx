import { placeOf } from "./which-wins.tsx";
import type { Ledger } from "#lib/consent/queries.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { dayInWords, describeTerms } from "#lib/consent/terms.ts";
import type { Amounts } from "#lib/prospects/merge-queries.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";

export type Half = { record: ProspectRecord; consent: Ledger; amounts: Amounts };

type Row = { label: string; of: (half: Half) => string };

const reached = (kind: "email" | "phone") => (half: Half) =>
  half.record.contactPoints
    .filter((point) => point.kind === kind)
    .map(({ value }) => value)
    .join(", ");

const rows: Row[] = [
  { label: "Job title", of: ({ record }) => record.jobTitle ?? "" },
  { label: "Company", of: ({ record }) => record.company?.name ?? "" },
  { label: "E-mail", of: reached("email") },
  { label: "Phone", of: reached("phone") },
  { label: "Where", of: ({ record }) => placeOf(record) ?? "" },
  { label: "Owner", of: ({ record }) => record.owner.name },
  { label: "Added", of: ({ record, consent }) => dayInWords(dateOf(localDay(consent.zone, record.createdAt))) },
  { label: "They chose", of: ({ record }) => (record.terms ? describeTerms(record.terms).join(" ") : "") },
  {
    label: "On it",
    of: ({ amounts: { touches, planned, deals } }) =>
      [some(touches, "touch", "touches"), some(planned, "plan", "plans"), some(deals, "deal", "deals")].filter(Boolean).join(", "),
  },
];

const some = (count: number, one: string, many: string) => (count === 0 ? "" : `${count} ${count === 1 ? one : many}`);

/** The two records, line by line; what neither says is left out. */
export function SideBySide({ kept, other }: { kept: Half; other: Half }) {
  return (
    <table className="merge-table">
      <thead>
        <tr>
          <td />
          <th scope="col">
            {kept.record.name} <span className="meta">is kept</span>
          </th>
          <th scope="col">
            {other.record.name} <span className="meta">is folded in</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ of }) => of(kept) || of(other))
          .map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{of(kept) || <span className="soft">nothing</span>}</td>
              <td>{of(other) || <span className="soft">nothing</span>}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
