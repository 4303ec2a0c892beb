import type { Route } from "next";
import Link from "next/link";

import { Icon } from "#components/icon.tsx";
import type { Subject } from "#lib/transfer/fields.ts";
import type { Counts, FoundRow, Remark } from "#lib/transfer/queries.ts";
import { noCountryRemark } from "#lib/transfer/remarks.ts";
import { StartForm } from "./start-form.tsx";
import { Tally } from "./tally.tsx";

type Props = {
  file: Counts & { id: string; subject: Subject; rows: number };
  remarks: Remark[];
  rows: FoundRow[];
  after: number;
  header: string[];
};

/** The dry run: what would happen to the rows, the remarks together and then row by row. Nothing is written yet. */
export function Findings({ file, remarks, rows, after, header }: Props) {
  const page = rows.slice(0, 50);
  const next = rows.length > 50 ? page.at(-1)!.line : null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">What would happen</h2>
      <Tally counts={file} />
      <StartForm importId={file.id} taken={file.created + file.updated} />
      {remarks.length > 0 ? (
        <>
          <h3>Worth a look</h3>
          <ul className="remarks">
            {remarks.map(({ text, stops, count, firstRow }) => (
              <li key={`${text}${stops}`} className={stops ? "t-never" : "t-confirm"}>
                <Icon name={stops ? "ban" : "ask"} />
                <span>
                  {stops ? <b>Rejected: </b> : null}
                  {text}{" "}
                  {text === noCountryRemark ? (
                    <Link href={`/import/${file.id}?step=columns#phone-country` as Route}>Choose the country of such numbers</Link>
                  ) : null}
                </span>
                <span className="meta">{count === 1 ? `row ${firstRow}` : `${count.toLocaleString("en-GB")} rows, first ${firstRow}`}</span>
              </li>
            ))}
          </ul>
          <h3>Row by row</h3>
          <div className="wide">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col" className="num">
                    Row
                  </th>
                  <th scope="col">Remark</th>
                  {header.slice(0, 6).map((name, index) => (
                    <th scope="col" key={`${name} ${index}`}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {page.map(({ line, cells, problems }) => (
                  <tr key={line}>
                    <td className="num">{line}</td>
                    <td className="remark">{problems.map(({ text, row }) => (row ? `${text} (row ${row})` : text)).join(" ")}</td>
                    {header.slice(0, 6).map((name, index) => (
                      <td key={`${name} ${index}`} className="sample">
                        {cells[index]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="import-acts">
            {after > 0 ? (
              <Link className="btn" href={`/import/${file.id}` as Route}>
                From the start
              </Link>
            ) : null}
            {next ? (
              <Link className="btn" href={`/import/${file.id}?after=${next}` as Route}>
                More rows
              </Link>
            ) : null}
          </p>
        </>
      ) : null}
    </section>
  );
}
