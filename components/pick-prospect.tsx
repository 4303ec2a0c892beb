"use client";
import { use, useId, useState } from "react";

import { FieldProblems } from "#components/action-form.tsx";
import { drawnPart } from "#components/late-part.tsx";
import type { Person } from "#components/log-draft.ts";

const ProspectPicker = drawnPart(() => import("#components/prospect-picker.tsx").then(({ ProspectPicker }) => ProspectPicker));

/** Somebody on record, as a field of a form. */
export function PickProspect({ label, name }: { label: string; name: string }) {
  const id = useId();
  const [person, setPerson] = useState<Person | null>(null);
  const problems = use(FieldProblems)[name];
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <input type="hidden" name={name} value={person?.id ?? ""} />
      <ProspectPicker
        id={id}
        value={person}
        invalid={Boolean(problems)}
        onChoose={setPerson}
        {...(problems && { describedBy: `${id}-wrong` })}
      />
      {problems ? (
        <p className="wrong" id={`${id}-wrong`}>
          {problems.join(" ")}
        </p>
      ) : null}
    </div>
  );
}
