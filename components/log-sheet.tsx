"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";

import { Icon } from "#components/icon.tsx";
import {
  change,
  type Draft,
  dropDraft,
  keepDraft,
  type LogActions,
  openDraft,
  type Opening,
  toInput,
  toNextStep,
} from "#components/log-draft.ts";
import { tellLogged } from "#components/row-done.ts";
import { Chips, Field, type FieldProblems } from "#components/log-fields.tsx";
import { LogOffer } from "#components/log-offer.tsx";
import { LogStep } from "#components/log-step.tsx";
import { Wishes } from "#components/log-wishes.tsx";
import { ProspectPicker } from "#components/prospect-picker.tsx";
import { showToast } from "#components/show-toast.ts";
import { dispositionNames } from "#lib/follow-up/touch.ts";
import { Channel, channelNames } from "#lib/follow-up/vocabulary.ts";
import { type Problem, sentence } from "#lib/outcome.ts";
import { outcomesFor } from "#lib/touches/outcomes.ts";

type SheetProps = { opening: Opening; actions: LogActions; onClose: () => void };

const channels = Channel.options.map((channel) => [channel, channelNames[channel]] as const);
const directions = [
  ["out", "We reached out"],
  ["in", "They reached out"],
] as const;
const offline: Problem = {
  code: "conflict",
  sentence: "The server could not be reached. Nothing is lost: what you typed stays here. Try again.",
};

/** Logs a touch, or tells one again rightly. The plain case is who, channel, outcome, Enter. */
export function LogSheet({ opening, actions, onClose }: SheetProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState(() => openDraft(opening));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, start] = useTransition();
  const problems: FieldProblems = problem?.code === "invalid" ? problem.fields : {};
  const { correct } = opening;

  useEffect(() => {
    const sheet = dialog.current!;
    sheet.showModal();
    sheet.querySelector<HTMLElement>(opening.prospect ? "input[name=channel]" : "[role=combobox]")?.focus();
  }, [opening.prospect]);
  useEffect(() => {
    if (problem?.code === "invalid") dialog.current?.querySelector<HTMLElement>("[aria-invalid], [data-invalid] input")?.focus();
  }, [problem]);

  const patch = (wanted: Partial<Draft>) => {
    const next = change(draft, wanted);
    setDraft(next);
    keepDraft(opening, next);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    start(async () => {
      const outcome = await send(draft, opening, actions).catch(() => ({ ok: false, problem: offline }) as const);
      if (!outcome.ok) return setProblem(outcome.problem);
      dropDraft(opening);
      dialog.current?.close();
      showToast(told(draft, outcome.value, correct !== null));
      if (!correct)
        tellLogged({ prospectId: outcome.value.prospectId, name: draft.prospect?.name ?? "", followUpId: opening.followUpId, draft });
      router.refresh();
    });
  };

  return (
    <dialog ref={dialog} className="log" aria-labelledby="log-title" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <div className="dialog-head">
          <h2 id="log-title">{correct ? "Correct a touch" : "Log a touch"}</h2>
          <button
            type="button"
            className="btn btn-quiet"
            aria-label="Close; what you typed is kept"
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        <div className="log-body">
          {problem && problem.code !== "invalid" ? (
            <p role="alert" className="finding-line t-never">
              <Icon name="ban" />
              {sentence(problem)}
            </p>
          ) : null}
          {correct ? (
            <p className="soft">With {draft.prospect?.name}. What was logged first stays readable in the history.</p>
          ) : (
            <Who {...{ draft, problems, patch }} />
          )}
          <Chips
            label="How"
            name="channel"
            value={draft.channel}
            options={channels}
            problem={problems.channel}
            onChoose={(channel) => patch({ channel })}
          />
          <Chips
            label="Who reached out"
            name="direction"
            value={draft.direction}
            options={directions}
            onChoose={(direction) => patch({ direction })}
          />
          <Outcome {...{ draft, problems, patch }} />
          <LogOffer draft={draft} problems={problems} onChange={patch} />
          <Field label="What they said, in their words" name="theySaid" problem={problems.theySaid}>
            {(described) => (
              <textarea {...described} rows={2} value={draft.theySaid} onChange={({ target }) => patch({ theySaid: target.value })} />
            )}
          </Field>
          <Field
            label="When"
            name="at"
            problem={problems.at}
            hint={draft.at ? "By your clock." : correct ? "Empty keeps the time it has." : "Empty means now."}
          >
            {(described) => (
              <input {...described} type="datetime-local" value={draft.at} onChange={({ target }) => patch({ at: target.value })} />
            )}
          </Field>
          {correct ? null : <LogStep draft={draft} problems={problems} onChange={patch} />}
        </div>
        <div className="dialog-foot">
          <button className="btn btn-main" aria-disabled={isPending || undefined}>
            {isPending ? "Saving" : correct ? "Save the correction" : "Log"} <kbd aria-hidden="true">Enter</kbd>
          </button>
          <span className="meta">What you type is kept on this device until it is sent.</span>
        </div>
      </form>
    </dialog>
  );
}

type PartProps = { draft: Draft; problems: FieldProblems; patch: (wanted: Partial<Draft>) => void };

function Who({ draft, problems, patch }: PartProps) {
  const focusChannels = () => document.querySelector<HTMLElement>("dialog.log input[name=channel]")?.focus();
  return (
    <Field label="Who" name="who" problem={problems.prospectId}>
      {({ id, "aria-invalid": invalid = false, "aria-describedby": describedBy }) => (
        <ProspectPicker
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

function Outcome({ draft, problems, patch }: PartProps) {
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

function send(draft: Draft, { correct, followUpId }: Opening, { log, correct: tellAgain }: LogActions) {
  const input = toInput(draft);
  if (correct) return tellAgain(null, { ...input, touchpointId: correct.touchpointId });
  return log(null, { ...input, prospectId: draft.prospect?.id ?? "", followUpId, nextStep: toNextStep(draft) });
}

function told(draft: Draft, { prospectId, held }: { prospectId: string; held: number }, isCorrection: boolean) {
  const name = draft.prospect?.name ?? "them";
  const done = isCorrection ? `Corrected: ${name}.` : `Logged: ${name}.`;
  const effect = held === 0 ? "" : held === 1 ? " One planned follow-up was taken off." : ` ${held} planned follow-ups were taken off.`;
  return { text: done + effect, link: { href: `/prospects/${prospectId}`, name: "Open" } };
}
