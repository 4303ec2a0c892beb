"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { Alert } from "#components/alert.tsx";
import { type Outcome, sentence } from "#lib/outcome.ts";
import { type Field, fieldNames, fieldsOf, type Subject, subjectNames } from "#lib/transfer/fields.ts";
import { mapImportAction } from "../actions.ts";
import { Provenance, type Said } from "./provenance.tsx";

type Column = { name: string; field: Field; samples: string[] };
type Props = {
  file: { id: string; subject: Subject; fileName: string; columns: Column[]; options: Said; problem: string | null; activities: boolean };
  owners: { userId: string; name: string }[];
  ownerId: string;
  countries: { code: string; name: string }[];
};

/** Where each column goes, whose the records become, and where these people come from. */
export function MappingForm({ file, owners, ownerId, countries }: Props) {
  const router = useRouter();
  const [fields, setFields] = useState(file.columns.map(({ field }) => field));
  const [said, setSaid] = useState<Said>({ ownerId, basis: "unknown", source: "", ...file.options });
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const [pending, start] = useTransition();
  const save = (subject: Subject) =>
    start(async () => {
      const answer = await mapImportAction(null, { importId: file.id, subject, fields, ...said, ownerId: said.ownerId ?? ownerId });
      setOutcome(answer);
      if (answer.ok) router.refresh();
    });
  const wrong =
    outcome && !outcome.ok ? (outcome.problem.code === "invalid" ? outcome.problem.fields : { form: [sentence(outcome.problem)] }) : {};
  const kept = fields.filter((field) => field !== "ignore").length;

  return (
    <form
      className="mapping"
      onSubmit={(event) => {
        event.preventDefault();
        save(file.subject);
      }}
    >
      {file.problem ? <Alert>{file.problem}</Alert> : null}
      {file.activities ? (
        <Alert>This looks like a list of calls, tasks or meetings. Only people, companies and deals can be imported so far.</Alert>
      ) : null}
      <fieldset className="subject">
        <legend>This file is a list of</legend>
        {(Object.keys(subjectNames) as Subject[]).map((subject) => (
          <label key={subject}>
            <input type="radio" name="subject" checked={subject === file.subject} disabled={pending} onChange={() => save(subject)} />{" "}
            {subjectNames[subject]}
          </label>
        ))}
      </fieldset>
      <Provenance
        subject={file.subject}
        said={said}
        change={(next) => setSaid({ ...said, ...next })}
        owners={owners}
        countries={countries}
        wrong={wrong}
      />
      <section aria-labelledby="columns">
        <h2 id="columns">
          Columns{" "}
          <span className="meta">
            {kept} of {fields.length} are taken
          </span>
        </h2>
        {wrong.fields ? <Alert id="fields-wrong">{wrong.fields.join(" ")}</Alert> : null}
        <ul className="column-list">
          {file.columns.map(({ name, samples }, index) => (
            <li key={`${name} ${index}`} className={fields[index] === "ignore" ? "left-out" : undefined}>
              <span className="column-name">
                <b>{name}</b>
                <span className="meta">{samples.length > 0 ? samples.join(" · ") : "empty in the first rows"}</span>
              </span>
              <select
                aria-label={`${name} goes to`}
                value={fields[index]}
                onChange={(event) => setFields(fields.with(index, event.target.value as Field))}
              >
                {fieldsOf[file.subject].map((field) => (
                  <option key={field} value={field}>
                    {fieldNames[field]}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      </section>
      {wrong.form ? <Alert>{wrong.form.join(" ")}</Alert> : null}
      <p className="import-acts mapping-foot">
        <button className="btn btn-main" disabled={pending}>
          Check the rows
        </button>
        <span className="meta">Nothing is written yet.</span>
      </p>
    </form>
  );
}
