"use client";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { createContext, type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";

import { Alert } from "#components/alert.tsx";
import { latePart } from "#components/late-part.tsx";
import { showToast } from "#components/show-toast.ts";
import { takeBack } from "#components/take-back.ts";
import { useKeptForm } from "#components/use-kept-form.ts";
import { type Outcome, sentence } from "#lib/outcome.ts";

/** Sentences by the path of their field, for the fields inside. */
export const FieldProblems = createContext<Record<string, string[] | undefined>>({});

/** Any server action made by `action()`: what it answered before is of no use to it. */
export type FormAction = (previous: null, form: FormData) => Promise<Outcome<unknown>>;

const Meanwhile = latePart(() => import("#components/meanwhile.tsx").then(({ Meanwhile }) => Meanwhile));

type Props = {
  action: FormAction;
  submit: string;
  children: ReactNode;
  /** What is said when it is done. */
  done?: string;
  /** Where to go then; `:id` is the id of what was made. Without it the page is refreshed, the form emptied and its details closed. */
  goTo?: string;
  cancelTo?: string;
  /** A second button, shown after a conflict, that sends the same with this field set. */
  insist?: { name: string; label: string };
  /** Takes back what was saved, from the toast, with the fields its answer gives for that. */
  undo?: FormAction;
  /** Under which name what is typed is kept until it is sent. */
  keep?: string;
  className?: string;
  /** What stands beside the button when they are to stay together, as in a bar at the foot of a long form. */
  bar?: ReactNode;
};

/** A form over a server action. Works without JavaScript; with it nothing typed is lost when the answer is no. */
export function ActionForm({ action, submit, children, done, goTo, cancelTo, insist, undo, keep, className = "entries", bar }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [outcome, send, pending] = useActionState(
    action as (previous: Outcome<unknown> | null, form: FormData) => Promise<Outcome<unknown>>,
    null,
  );
  const kept = useKeptForm(keep, form);
  const problem = outcome && !outcome.ok ? outcome.problem : null;

  useEffect(() => {
    if (!outcome) return;
    if (!outcome.ok) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    kept.drop();
    const { id, notices = [], undo: fields } = (outcome.value ?? {}) as { id?: string; notices?: string[]; undo?: Record<string, unknown> };
    const said = [done, ...notices].filter(Boolean).join(" ");
    const act = undo && fields && { act: takeBack(undo, fields, () => router.refresh()) };
    if (said) showToast({ text: said, tone: notices.length > 0 ? "more" : "welcome", ...act });
    if (goTo) router.push(goTo.replace(":id", id ?? "") as Route);
    else {
      form.current?.reset();
      form.current?.closest("details")?.removeAttribute("open");
      form.current?.closest("dialog")?.close();
    }
    router.refresh();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each answer of the server
  }, [outcome]);

  // React empties a form after its action; sending it by hand keeps what was typed
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const sent = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(() => send(sent));
  }

  const theirs = problem?.code === "conflict" ? problem.theirs : undefined;
  const foot = (
    <>
      {kept.isKept && !problem ? (
        <p className="meta kept-note" role="status">
          Not saved yet, and kept on this device.{" "}
          <button type="button" className="remedy" onClick={kept.startOver}>
            Start over
          </button>
        </p>
      ) : null}
      {problem ? <Alert>{problem.code === "invalid" ? `Not saved yet. ${sentence(problem)}` : sentence(problem)}</Alert> : null}
      {theirs ? <Meanwhile key={theirs.version} theirs={theirs} form={() => form.current} /> : null}
      <div className="entries-foot">
        <button className={theirs ? "btn" : "btn btn-main"} aria-disabled={pending || undefined}>
          {submit}
        </button>
        {problem?.code === "conflict" && insist ? (
          <button className={theirs ? "btn btn-main" : "btn"} name={insist.name} value="yes" aria-disabled={pending || undefined}>
            {insist.label}
          </button>
        ) : null}
        {cancelTo ? (
          <Link className="btn btn-quiet" href={cancelTo as Route}>
            Cancel
          </Link>
        ) : null}
      </div>
    </>
  );
  return (
    <form ref={form} action={send} onSubmit={onSubmit} onInput={kept.keep} className={className} aria-busy={pending} noValidate>
      <FieldProblems value={problem?.code === "invalid" ? problem.fields : {}}>
        {children}
        {bar ? (
          <div className="entries-bar">
            {bar}
            {foot}
          </div>
        ) : (
          foot
        )}
      </FieldProblems>
    </form>
  );
}
