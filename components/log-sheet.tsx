"use client";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";

import { Icon } from "#components/icon.tsx";
import { type Draft, dropDraft, freshDraft, keepDraft, type LogActions, openDraft, type Opening, toInput } from "#components/log-draft.ts";
import { tellLogged } from "#components/row-done.ts";
import { Chips, Field, type FieldProblems } from "#components/log-fields.tsx";
import { changeByHand } from "#components/log-line-draft.ts";
import { LogLine } from "#components/log-line.tsx";
import { LogNext } from "#components/log-next.tsx";
import { LogOffer } from "#components/log-offer.tsx";
import { Came, Who } from "#components/log-parts.tsx";
import { SignInAgain } from "#components/log-sign-in.tsx";
import { failed, nobodyKnown, refusal, told } from "#components/log-answers.ts";
import { LogStep } from "#components/log-step.tsx";
import { LogTakeBack } from "#components/log-take-back.tsx";
import { dropWaiting, isUnreachable, keepWaiting, toTouch } from "#components/outbox.ts";
import { planNext, wishOf } from "#components/plan-next-wish.ts";
import { showToast } from "#components/show-toast.ts";
import { undoTouch } from "#components/undo-touch.ts";
import { useAssets, useLine, useReach } from "#components/use-line.ts";
import { VoicemailPrep } from "#components/voicemail-prep.tsx";
import { Channel, channelNames } from "#lib/follow-up/vocabulary.ts";
import { type Problem, sentence } from "#lib/outcome.ts";

type SheetProps = { opening: Opening; actions: LogActions; onClose: () => void };

const channels = Channel.options.map((channel) => [channel, channelNames[channel]] as const);
const directions = [
  ["out", "We reached out"],
  ["in", "They reached out"],
] as const;

/** Logs a touch, or tells one again rightly. The plain case is one line and Enter; or who, channel, outcome, Enter. */
export function LogSheet({ opening, actions, onClose }: SheetProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const path = usePathname();
  const [typed, setTyped] = useState(() => openDraft(opening));
  const [fresh] = useState(() => freshDraft(opening));
  const [problem, setProblem] = useState<Problem | null>(() => refusal(opening));
  const [isPending, start] = useTransition();
  const problems: FieldProblems = problem?.code === "invalid" ? problem.fields : {};
  const { correct } = opening;
  const [known, setKnown] = useState<{ prospectId: string | null; theirZone: string | null }>({ prospectId: null, theirZone: null });
  const assets = useAssets(known.prospectId);
  const { reading, named, shown: draft } = useLine(typed, fresh, { zone: actions.timeZone, assets, theirZone: known.theirZone });
  const prospectId = draft.prospect?.id ?? null;
  const reach = useReach(prospectId, opening.followUpId);
  const theirZone = reach?.theirZone ?? null;
  if (known.prospectId !== prospectId || known.theirZone !== theirZone) setKnown({ prospectId, theirZone });

  useEffect(() => {
    const sheet = dialog.current!;
    sheet.showModal();
    sheet.querySelector<HTMLElement>(opening.correct ? "input[name=channel]" : "#log-line")?.focus();
  }, [opening.correct]);
  useEffect(() => {
    if (problem?.code === "invalid") dialog.current?.querySelector<HTMLElement>("[aria-invalid], [data-invalid] input")?.focus();
  }, [problem]);

  const keep = (next: Draft) => {
    setTyped(next);
    keepDraft(opening, next);
  };
  const patch = (wanted: Partial<Draft>) => keep(changeByHand(draft, wanted));

  const leave = (next: string | null) => {
    dropDraft(opening);
    if (opening.waiting) dropWaiting(actions.userId, draft.clientKey);
    dialog.current?.close();
    if (next) router.push(next as Route);
  };

  const takeBack = (touchpointId: string) => {
    const done = { prospectId: opening.prospect?.id ?? "", name: opening.prospect?.name ?? "", followUpId: null };
    dialog.current?.close();
    void undoTouch(actions.takeBack, touchpointId, done, () => {
      dropDraft(opening);
      router.refresh();
    });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    // what the line says is seen before it is saved: whoever is still looked for, or is one of several, is settled first
    if (named.state === "looking") return dialog.current?.querySelector<HTMLElement>(".dialog-foot button")?.focus();
    if (named.state === "several" && !draft.prospect) return dialog.current?.querySelector<HTMLElement>("#log-who")?.focus();
    start(async () => {
      try {
        const outcome = await send(draft, opening, actions);
        if (!outcome.ok) return setProblem(outcome.problem);
        const wish = wishOf(draft, outcome.value.prospectId, actions.timeZone);
        const way = wish && !correct ? await planNext(wish) : null;
        leave(way);
        const done = { prospectId: outcome.value.prospectId, name: draft.prospect?.name ?? "", followUpId: opening.followUpId };
        const undo = () => void undoTouch(actions.takeBack, outcome.value.id, done, () => router.refresh());
        showToast({ ...told(draft, outcome.value, correct !== null), ...(!correct && { act: { name: "Undo", run: undo } }) });
        if (!correct && !wish) tellLogged({ ...done, draft, undo });
        router.refresh();
      } catch (error) {
        if (correct || !isUnreachable(error)) return setProblem(failed);
        if (!draft.prospect || !keepWaiting(actions, draft, opening)) return setProblem(draft.prospect ? failed : nobodyKnown);
        dropDraft(opening);
        dialog.current?.close();
        showToast({ text: "The server could not be reached. The touch is kept here and sent when it can be.", tone: "more" });
      }
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
              <span>
                {sentence(problem)}
                {problem.code === "signed-out" ? <SignInAgain path={path} opening={opening} userId={actions.userId} /> : null}
              </span>
            </p>
          ) : null}
          {correct ? (
            <>
              <p className="soft">With {draft.prospect?.name}. What was logged first stays readable in the history.</p>
              <LogTakeBack touch={correct} userId={actions.userId} onTakeBack={() => takeBack(correct.touchpointId)} />
            </>
          ) : (
            <>
              <LogLine
                {...{ line: draft.line, reading, named, shown: draft, assets, theirZone }}
                viewerZone={actions.timeZone}
                onType={(line) => keep({ ...draft, line, lineAt: new Date().toISOString() })}
              />
              <Who {...{ draft, problems, patch, named, wanted: reading?.who ?? "" }} />
            </>
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
          <Came {...{ draft, problems, patch }} />
          {draft.channel === "phone" && draft.disposition === "no_answer" && reach ? (
            <VoicemailPrep voicemail={reach.voicemail} onLeft={() => patch({ disposition: "voicemail" })} />
          ) : null}
          <LogOffer {...{ draft, assets, problems }} onChange={patch} />
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
          <Field label="Note" name="body" problem={problems.body}>
            {(described) => (
              <textarea {...described} rows={2} value={draft.body} onChange={({ target }) => patch({ body: target.value })} />
            )}
          </Field>
          {correct ? null : (
            <>
              <LogStep draft={draft} problems={problems} onChange={patch} />
              <LogNext {...{ draft, theirZone }} viewerZone={actions.timeZone} onChange={patch} />
            </>
          )}
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

function send(draft: Draft, { correct, followUpId }: Opening, { log, correct: tellAgain, userId }: LogActions) {
  if (correct) return tellAgain(null, { ...toInput(draft), touchpointId: correct.touchpointId, writtenBy: userId });
  return log(null, toTouch(draft, followUpId, userId));
}

/** Who it was with: said by the button or row, else by the record's page. */
export function readOpening(from: HTMLElement | null): Omit<Opening, "count"> {
  const said = from?.dataset.prospectId ? from : (from?.querySelector<HTMLElement>("[data-prospect-id]") ?? recordOfPage());
  const { prospectId, prospectName } = said?.dataset ?? {};
  const { followUpId = null, channel = null, planned, correct } = from?.dataset ?? {};
  return {
    prospect: prospectId ? { id: prospectId, name: prospectName ?? document.querySelector("main h1")?.textContent ?? "" } : null,
    followUpId,
    channel,
    planned: planned ? (JSON.parse(planned) as Opening["planned"]) : null,
    correct: correct ? (JSON.parse(correct) as Opening["correct"]) : null,
  };
}

function recordOfPage(): HTMLElement | null {
  const id = /\/prospects\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];
  return id ? document.querySelector<HTMLElement>(`main [data-prospect-id="${id}"]`) : null;
}
