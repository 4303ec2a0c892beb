"use client";
import { use } from "react";

import { FieldProblems } from "#components/action-form.tsx";
import { Choice, Entry } from "#components/entry.tsx";
import { type DigestKind, digestKinds, digestNames } from "#lib/today/digest-kinds.ts";

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: `${hour}`, label: `${String(hour).padStart(2, "0")}:00` }));

/** When a digest comes, and what it tells. */
export function DigestFields({ hour, kinds }: { hour: number | null; kinds: DigestKind[] }) {
  const problems = use(FieldProblems).kinds;
  return (
    <>
      <Choice
        legend="How often"
        name="when"
        defaultValue={hour === null ? "off" : "daily"}
        options={[
          { value: "off", label: "Not at all" },
          { value: "daily", label: "Every day" },
        ]}
      />
      <Entry label="At" name="hour" defaultValue={`${hour ?? 8}`} options={hours} hint="By your own clock." />
      <fieldset className="entry" aria-describedby={problems ? "digest-wrong" : undefined}>
        <legend>What it tells</legend>
        {digestKinds.map((kind) => (
          <label key={kind} className="log-check">
            <input type="checkbox" name="kinds[]" value={kind} defaultChecked={kinds.includes(kind)} />
            {digestNames[kind]}
          </label>
        ))}
        {problems ? (
          <p className="wrong" id="digest-wrong">
            {problems.join(" ")}
          </p>
        ) : null}
      </fieldset>
    </>
  );
}
