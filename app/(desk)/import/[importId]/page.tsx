import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { CrumbName } from "#components/crumb.tsx";
import { PageHead } from "#components/page-head.tsx";
import { countries } from "#lib/prospects/countries.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { looksLikeActivities } from "#lib/transfer/detect-columns.ts";
import { delimiterNames } from "#lib/transfer/detect-delimiter.ts";
import { findImport, type ImportRecord, listFoundRows, listOwners, listRemarks } from "#lib/transfer/queries.ts";
import { Findings } from "./findings.tsx";
import { MappingForm } from "./mapping-form.tsx";
import { Progress } from "./progress.tsx";
import { Result } from "./result.tsx";
import { Steps } from "./steps.tsx";

export const metadata: Metadata = { title: "Import" };

type Props = { params: Promise<{ importId: string }>; searchParams: Promise<{ after?: string; step?: string }> };

export default async function OneImportPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const importId = z.uuid().safeParse((await params).importId);
  const file = importId.success ? await findImport(actor, importId.data) : null;
  if (!file) notFound();

  const { after: asked, step } = await searchParams;
  const after = Math.max(0, Math.min(Number(asked) || 0, 1_000_000));
  const mapping = file.state === "uploaded" || file.state === "failed" || (file.state === "checked" && step === "columns");
  const found = file.state === "checked" && !mapping;
  const [owners, remarks, rows] = await Promise.all([
    mapping ? listOwners(actor) : [],
    found || file.state === "done" ? listRemarks(actor, file.id) : [],
    found ? listFoundRows(actor, file.id, after) : [],
  ]);
  const delimiter = delimiterNames[file.delimiter as keyof typeof delimiterNames];

  return (
    <>
      <CrumbName name={file.fileName} />
      <PageHead
        title={file.fileName}
        note={`${file.rows.toLocaleString("en-GB")} rows, ${file.header.length} columns · ${file.encoding}, separated by ${delimiter}`}
      />
      <div className="import-page">
        <Steps now={mapping ? 1 : file.state === "checked" || file.state === "checking" ? 2 : 3} done={file.state === "done"} />
        {mapping ? (
          <MappingForm key={file.subject} file={forForm(file)} owners={owners} ownerId={actor.userId} countries={countries} />
        ) : null}
        {file.state === "checking" || file.state === "running" ? (
          <Progress importId={file.id} state={file.state} rows={file.rows} processed={file.processed} />
        ) : null}
        {found ? <Findings file={summaryOf(file)} remarks={remarks} rows={rows} after={after} header={file.header} /> : null}
        {file.state === "done" ? <Result file={summaryOf(file)} remarks={remarks} /> : null}
      </div>
    </>
  );
}

const forForm = ({ id, subject, fileName, header, mapping, options, samples, problem }: ImportRecord) => ({
  ...{ id, subject, fileName, options, problem },
  activities: looksLikeActivities(header),
  columns: header.map((name, index) => ({ name, field: mapping[index] ?? ("ignore" as const), samples: firstValues(samples, index) })),
});

const summaryOf = ({ id, subject, rows, created, updated, unchanged, duplicates, rejected }: ImportRecord) => ({
  id,
  subject,
  rows,
  created,
  updated,
  unchanged,
  duplicates,
  rejected,
});

/** The first three different values of a column: what tells people what it holds. */
function firstValues(samples: string[][], index: number): string[] {
  const values = new Set(samples.map((cells) => cells[index]?.slice(0, 60)).filter((cell): cell is string => Boolean(cell)));
  return [...values].slice(0, 3);
}
