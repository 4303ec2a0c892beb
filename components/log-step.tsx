"use client";
import type { Draft } from "#components/log-draft.ts";
import { Chips, Field, type FieldProblems } from "#components/log-fields.tsx";

type StepProps = { draft: Draft; problems: FieldProblems; onChange: (patch: Partial<Draft>) => void };

const sides = [
  ["us", "We do"],
  ["them", "They do"],
] as const;

/** What comes next and who owes it (G1, D8); its details show once it is named. */
export function LogStep({ draft, problems, onChange }: StepProps) {
  return (
    <>
      <Field
        label="Next step"
        name="step"
        problem={problems["nextStep.what"]}
        {...(!draft.step && { hint: "Such as: we send the checklist. Leave empty if there is none." })}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={500}
            value={draft.step}
            onChange={({ target }) => onChange({ step: target.value })}
          />
        )}
      </Field>
      {draft.step.trim() ? (
        <>
          <div className="log-pair">
            <Chips
              label="Who does it"
              name="stepOwedBy"
              value={draft.stepOwedBy}
              options={sides}
              onChoose={(stepOwedBy) => onChange({ stepOwedBy })}
            />
            <Field label="By" name="stepDueOn" problem={problems["nextStep.dueOn"]}>
              {(described) => (
                <input
                  {...described}
                  type="date"
                  value={draft.stepDueOn}
                  onChange={({ target }) => onChange({ stepDueOn: target.value })}
                />
              )}
            </Field>
          </div>
          <label className="log-check">
            <input type="checkbox" checked={draft.stepAgreed} onChange={({ target }) => onChange({ stepAgreed: target.checked })} />
            They agreed to it
          </label>
        </>
      ) : null}
    </>
  );
}
