"use client";
import { basisNames } from "#lib/follow-up/basis-names.ts";
import { importBases, type Subject } from "#lib/transfer/fields.ts";
import type { ImportOptions } from "#lib/transfer/mapping.ts";

export type Said = Partial<ImportOptions>;
type Props = {
  subject: Subject;
  said: Said;
  change: (next: Said) => void;
  owners: { userId: string; name: string }[];
  countries: { code: string; name: string }[];
  wrong: Record<string, string[]>;
};

/** Whose the records become and, for people, where they come from and why we may write to them (C8, C9). */
export function Provenance({ subject, said, change, owners, countries, wrong }: Props) {
  const people = subject === "prospects";
  return (
    <div className="provenance">
      {people ? (
        <>
          <label className="entry">
            <span>Where do these people come from?</span>
            <input
              value={said.source ?? ""}
              maxLength={200}
              placeholder="Trade fair in Utrecht, October 2026"
              onChange={(event) => change({ source: event.target.value })}
              aria-invalid={wrong.source ? true : undefined}
              aria-describedby="source-hint"
            />
            <span id="source-hint" className={wrong.source ? "wrong" : "meta"} role={wrong.source ? "alert" : undefined}>
              {wrong.source?.join(" ") ?? "Kept on every record: they have a right to know (C8)."}
            </span>
          </label>
          <label className="entry">
            <span>Why may we contact them?</span>
            <select
              value={said.basis ?? "unknown"}
              onChange={(event) => change({ basis: event.target.value as Said["basis"] })}
              aria-describedby="basis-hint"
            >
              {importBases.map((basis) => (
                <option key={basis} value={basis}>
                  {basis === "unknown" ? "We don’t know" : basisNames[basis]}
                </option>
              ))}
            </select>
            <span id="basis-hint" className="meta">
              Goes into each one’s ledger with this file as evidence (C9). A stop in the file counts either way.
            </span>
          </label>
        </>
      ) : null}
      <label className="entry">
        <span>Owner where the file names none</span>
        <select
          value={said.ownerId}
          onChange={(event) => change({ ownerId: event.target.value })}
          aria-invalid={wrong.ownerId ? true : undefined}
        >
          {owners.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {people ? (
        <label className="entry">
          <span>Country of phone numbers without one</span>
          <select id="phone-country" value={said.country ?? ""} onChange={(event) => change({ country: event.target.value || null })}>
            <option value="">As the row or our own address says</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="entry">
        <span>Dates such as 03/04/2026</span>
        <select value={said.dateOrder ?? "auto"} onChange={(event) => change({ dateOrder: event.target.value as Said["dateOrder"] })}>
          <option value="auto">Tell from the file</option>
          <option value="dmy">Day first</option>
          <option value="mdy">Month first</option>
        </select>
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={said.updateExisting ?? false}
          onChange={(event) => change({ updateExisting: event.target.checked })}
        />
        <span>
          Overwrite what is here already <span className="meta">Otherwise only empty fields are filled.</span>
        </span>
      </label>
    </div>
  );
}
