"use client";
import type { Draft } from "#components/log-draft.ts";
import { Chips, Field, type FieldProblems } from "#components/log-fields.tsx";
import type { Named } from "#components/log-line-draft.ts";
import { Wishes } from "#components/log-wishes.tsx";
import { ProspectPicker } from "#components/prospect-picker.tsx";
import { dispositionNames } from "#lib/follow-up/touch.ts";
import { outcomesFor } from "#lib/touches/outcomes.ts";

type PartProps = { draft: Draft; problems: FieldProblems; patch: (wanted: Partial<Draft>) => void };

/** Who the line names comes up as if typed here: one person, or those to choose from. */
export function Who({ draft, problems, patch, named, wanted }: PartProps & { named: Named; wanted: string }) {
  const byLine = named.state === "several" ? wanted : "";
  const focusChannels = () => document.querySelector<HTMLElement>("dialog.log input[name=channel]")?.focus();
  return (
    <Field label="Who" name="who" problem={problems.prospectId}>
      {({ id, "aria-invalid": invalid = false, "aria-describedby": describedBy }) => (
        <ProspectPicker
          wanted={draft.prospect ? "" : byLine}
          {...{ id, invalid, value: draft.prospect, ...(describedBy && { describedBy }) }}
          onChoose={(prospect) => {
            patch({ prospect });
            if (prospect) focusChannels();
          }}
        />
      )}
    </Field>
  );
}

/** What came of it, and what a wish of theirs needs to be known with it. */
export function Came({ draft, problems, patch }: PartProps) {
  if (!draft.channel) return problems.disposition ? <p className="field-problem">{problems.disposition[0]}</p> : null;
  const fitting = outcomesFor(draft.channel, draft.direction);
  const shown = draft.disposition && !fitting.includes(draft.disposition) ? [...fitting, draft.disposition] : fitting;
  const options = shown.map((each) => [each, dispositionNames[each]] as const);
  return (
    <>
      <Chips
        label="What came of it"
        name="disposition"
        value={draft.disposition}
        options={options}
        problem={problems.disposition}
        onChoose={(disposition) => patch({ disposition })}
      />
      <Wishes {...{ draft, problems, patch }} />
    </>
  );
}
