import type { Route } from "next";
import Link from "next/link";

import { Icon } from "#components/icon.tsx";
import { type Subject, subjectNames } from "#lib/transfer/fields.ts";
import type { Counts, Remark } from "#lib/transfer/queries.ts";
import { Tally } from "./tally.tsx";

const places: Record<Subject, Route> = { prospects: "/prospects" as Route, companies: "/companies" as Route, deals: "/deals" as Route };

export function Result({ file, remarks }: { file: Counts & { id: string; subject: Subject; rows: number }; remarks: Remark[] }) {
  return (
    <section aria-labelledby="result">
      <h2 id="result">Imported</h2>
      <Tally counts={file} done />
      {file.rejected > 0 ? (
        <>
          <h3>Why rows were left out</h3>
          <ul className="remarks">
            {remarks.map(({ text, count }) => (
              <li key={text} className="t-more">
                <Icon name="ban" />
                <span>{text}</span>
                <span className="meta">{count === 1 ? "1 row" : `${count.toLocaleString("en-GB")} rows`}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="import-acts">
        <Link className="btn btn-main" href={places[file.subject]}>
          See {subjectNames[file.subject].toLowerCase()}
        </Link>
        {file.rejected > 0 ? (
          <a className="btn" href={`/api/imports/${file.id}/rejected.csv`} download>
            <Icon name="import" />
            Rejected rows (CSV)
          </a>
        ) : null}
        <Link className="btn btn-quiet" href={"/import" as Route}>
          Import another file
        </Link>
      </p>
      {file.rejected > 0 ? (
        <p className="meta">Mend the rejected rows and import that file: rows that are here already are not added twice.</p>
      ) : null}
    </section>
  );
}
