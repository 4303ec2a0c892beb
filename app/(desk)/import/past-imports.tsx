import type { Route } from "next";
import Link from "next/link";

import { Icon } from "#components/icon.tsx";
import { subjectNames } from "#lib/transfer/fields.ts";
import type { ImportSummary } from "#lib/transfer/queries.ts";
import { stateLooks } from "./state-looks.ts";

export function PastImports({ imports, timeZone }: { imports: ImportSummary[]; timeZone: string }) {
  if (imports.length === 0) return <p className="soft">Files you import stand here, with what came of them.</p>;
  const when = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone });
  return (
    <section aria-labelledby="past">
      <h2 id="past">Earlier files</h2>
      <div className="wide">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">What</th>
              <th scope="col">State</th>
              <th scope="col" className="num">
                Rows
              </th>
              <th scope="col" className="num">
                New
              </th>
              <th scope="col" className="num">
                Rejected
              </th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {imports.map((file) => (
              <tr key={file.id}>
                <th scope="row">
                  <Link href={`/import/${file.id}` as Route}>{file.fileName}</Link>
                </th>
                <td>{subjectNames[file.subject]}</td>
                <td>
                  <span className={`finding ${stateLooks[file.state].tone}`}>
                    <Icon name={stateLooks[file.state].icon} />
                    {stateLooks[file.state].word}
                  </span>
                </td>
                <td className="num">{file.rows.toLocaleString("en-GB")}</td>
                <td className="num">{file.state === "done" ? file.created.toLocaleString("en-GB") : "–"}</td>
                <td className="num">{file.state === "done" ? file.rejected.toLocaleString("en-GB") : "–"}</td>
                <td className="meta">
                  {file.by}, {when.format(file.createdAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
