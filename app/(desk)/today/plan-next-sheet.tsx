"use client";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";

import { planFollowUpAction } from "../prospects/[prospectId]/actions.ts";
import { settleFollowUpAction } from "../schedule/actions.ts";
import { askSuggestion } from "./ask-suggestions.ts";
import { Icon } from "#components/icon.tsx";
import { type Done, tellPlanned } from "#components/row-done.ts";
import { Rule } from "#components/rule.tsx";
import { showToast } from "#components/show-toast.ts";
import { VerdictWord } from "#components/verdict-word.tsx";
import { sayDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { sayClock, sayPlace } from "#lib/follow-up/say-when.ts";
import { askNames } from "#lib/follow-up/vocabulary.ts";
import { type Problem, sentence } from "#lib/outcome.ts";
import type { NextTouch } from "#lib/today/suggestion-queries.ts";

/** `undo` takes back the touch that was just logged. */
export type Whom = Done & { undo?: () => void };
type Props = { whom: Whom; onClose: () => void };

const offline: Problem = {
  code: "conflict",
  sentence: "The server could not be reached. Nothing was planned; what you typed stays here. Try again.",
};

/** The next touch with somebody, ready to be planned with one key, or why it is better to wait. */
export function PlanNextSheet({ whom, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [next, setNext] = useState<NextTouch | null | "asked">("asked");
  useEffect(() => {
    dialog.current?.showModal();
    void askSuggestion(whom.prospectId).then(setNext);
  }, [whom.prospectId]);

  const close = () => dialog.current?.close();
  const suggested = next === "asked" ? null : next?.suggested;
  const plan = suggested?.kind === "touch" || suggested?.kind === "close" ? suggested.plan : null;
  return (
    <dialog ref={dialog} className="next-sheet" aria-labelledby="next-title" onClose={onClose}>
      <div className="dialog-head">
        <h2 id="next-title">Next with {whom.name}</h2>
        <button type="button" className="btn btn-quiet" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {whom.undo ? <JustLogged undo={whom.undo} close={close} /> : null}
      {next !== "asked" && next && plan ? (
        <PlanIt whom={whom} next={next} plan={plan} close={close} />
      ) : (
        <>
          <div className="next-body" aria-busy={next === "asked"}>
            {next === "asked" && <p className="soft">Looking for what is welcome next</p>}
            {next === null && <p className="soft">What is welcome next could not be told just now. The record’s page shows it.</p>}
            {next !== "asked" && next && <Said next={next} />}
          </div>
          <form method="dialog" className="dialog-foot">
            <button key={String(next === "asked")} className="btn btn-main" autoFocus>
              {next === "asked" ? "Not now" : "Go on"}
            </button>
            <OpenRecord whom={whom} close={close} />
          </form>
        </>
      )}
    </dialog>
  );
}

function JustLogged({ undo, close }: { undo: () => void; close: () => void }) {
  const takeBack = () => {
    close();
    undo();
  };
  return (
    <p className="soft next-logged">
      Logged.{" "}
      <button type="button" className="remedy" onClick={takeBack}>
        Undo
      </button>
    </p>
  );
}

function Said({ next: { suggested, said } }: { next: NextTouch }) {
  return (
    <div>
      <h3>{said}</h3>
      <p className="soft">
        {suggested.why} <Rule id={suggested.rule} />
      </p>
    </div>
  );
}

function OpenRecord({ whom, close }: { whom: Done; close: () => void }) {
  const way = whom.followUpId ? `?mend=${whom.followUpId}` : "?tab=plan";
  return (
    <Link className="btn" href={`/prospects/${whom.prospectId}${way}` as Route} prefetch={false} onClick={close}>
      Change it
    </Link>
  );
}

type PlanItProps = { whom: Done; next: NextTouch; plan: Plan; close: () => void };

/** One Enter plans it, through the same door as the form; the reason is the rep's to end. */
function PlanIt({ whom, next, plan, close }: PlanItProps) {
  const router = useRouter();
  const [helps, setHelps] = useState(plan.helps);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, start] = useTransition();
  const clientKey = useRef<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const { zone, verdict } = next;
  const when = `${sayDay(zone, plan.at)}, ${sayClock(zone, plan.at)}`;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    clientKey.current ??= crypto.randomUUID();
    const wanted = { plan: { ...plan, helps }, followUpId: whom.followUpId, clientKey: clientKey.current };
    start(async () => {
      const outcome = await planFollowUpAction(null, wanted).catch(() => ({ ok: false, problem: offline }) as const);
      if (!outcome.ok) return setProblem(outcome.problem);
      close();
      tellPlanned(whom);
      const undo = whom.followUpId ? null : { name: "Undo", run: () => void takeBack(outcome.value.id, () => router.refresh()) };
      showToast({ text: `Scheduled for ${when}: ${whom.name}.`, ...(undo && { act: undo }) });
      router.refresh();
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <div className="next-body">
        {problem && (
          <p role="alert" className="finding-line t-never">
            <Icon name="ban" />
            {sentence(problem)}
          </p>
        )}
        <Said next={next} />
        {verdict && <VerdictWord verdict={verdict.kind} value={verdict.value} bar={verdict.bar} nextAllowedAt={null} zone={zone} />}
        <dl className="next-facts">
          <dt>When</dt>
          <dd>
            {when} in {sayPlace(zone)}
          </dd>
          <dt>Asks</dt>
          <dd>{askNames[plan.ask]}</dd>
        </dl>
        <label className="next-helps">
          Helps them
          <textarea
            rows={3}
            maxLength={500}
            value={helps}
            onChange={({ target }) => setHelps(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
      </div>
      <div className="dialog-foot">
        <button ref={button} className="btn btn-main" aria-disabled={isPending || undefined}>
          {isPending ? "Judging" : "Plan it"} <kbd aria-hidden="true">Enter</kbd>
        </button>
        <OpenRecord whom={whom} close={close} />
        <button type="button" className="btn btn-quiet" onClick={close}>
          Not now
        </button>
      </div>
    </form>
  );
}

async function takeBack(followUpId: string, refresh: () => void) {
  const outcome = await settleFollowUpAction(null, { followUpId, as: "cancelled" });
  showToast(outcome.ok ? { text: "Taken off the schedule again." } : { text: sentence(outcome.problem), tone: "more" });
  refresh();
}
