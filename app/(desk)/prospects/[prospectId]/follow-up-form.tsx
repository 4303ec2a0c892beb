"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useMemo, useRef, useState, useTransition } from "react";

import { planFollowUpAction } from "./actions.ts";
import { AnsweredNo } from "./answered-no.tsx";
import { betterTime } from "./better-time.ts";
import { DraftField } from "./draft-field.tsx";
import { mend } from "./mend.ts";
import { OverrideField } from "./override-field.tsx";
import { PlanFields } from "./plan-fields.tsx";
import { SuggestedNext } from "./suggested-next.tsx";
import { useDraft } from "./use-draft.ts";
import { Balance } from "#components/balance/balance.tsx";
import { remedyWords } from "#components/balance/reasons.tsx";
import { latePart } from "#components/late-part.tsx";
import { showToast } from "#components/show-toast.ts";
import { Plan } from "#lib/follow-up/plan.ts";
import type { Remedy } from "#lib/follow-up/reason.ts";
import { type Problem, sentence } from "#lib/outcome.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { isTakenUp, type Suggested, takeUp } from "#lib/schedule/suggested.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";

const TemplateTools = latePart(() => import("./template-tools.tsx").then(({ TemplateTools }) => TemplateTools));

type Props = {
  initial: Plan;
  /** What to do next with them; none while a follow-up is changed. */
  suggested: Suggested | null;
  followUpId: string | null;
  /** What a page asked the plan to begin with; it has a draft of its own. */
  begun: string | null;
  /** Whether they see it on their own page. */
  shared: boolean;
  dossier: Dossier;
  policy: Policy;
  now: Date;
  zone: string;
  viewerZone: string;
  /** Who writes, as a letter signs it. */
  myName: string;
  /** Whether this person may lift value or cadence with a reason. */
  mayOverride: boolean;
};

/** Plans a follow-up. The judges answer at every key, here in the browser; the server judges again and decides. */
export function FollowUpForm(props: Props) {
  const { initial, suggested, followUpId, begun, dossier, policy, now: opened, zone, viewerZone, mayOverride } = props;
  const router = useRouter();
  const now = useNow(opened);
  const draftKey = `plan:${followUpId ?? initial.prospectId}${begun ? `:${begun}` : ""}`;
  const { value: plan, change, clear, isKept } = useDraft(draftKey, initial, revivePlan);
  const [shared, setShared] = useState(props.shared);
  const [isChoosing, setIsChoosing] = useState(false);
  const [override, setOverride] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const clientKey = useRef<string | null>(null);
  const deferred = useDeferredValue(plan);
  const verdict = useMemo(() => scoreFollowUp(deferred, dossier, policy, now), [deferred, dossier, policy, now]);
  const passes = verdict.kind === "allow";
  // with a next step set and nothing entered there is no plan of theirs to judge
  const isIdle = !isKept && suggested?.kind === "wait" && dossier.planned.length > 0;
  const canLift = mayOverride && verdict.consent.passes === "yes" && (verdict.kind === "rewrite" || verdict.kind === "reschedule");

  function apply(remedy: Remedy) {
    const mended = mend(plan, remedy);
    if ("change" in mended) change(mended.change);
    else requestAnimationFrame(() => document.getElementById(mended.focus)?.focus());
  }

  function applySuggested(wanted: Plan) {
    const { draft: _letter, basis: _basis, ...before } = plan;
    change(takeUp(plan, wanted));
    showToast({ text: "Filled in as suggested.", act: { name: "Undo", run: () => change(before) } });
    document.getElementById("plan-channel")?.focus();
  }

  function send(reason: string | null) {
    clientKey.current ??= crypto.randomUUID();
    const wanted = { plan, followUpId, shared, clientKey: clientKey.current, override: reason ? { reason } : null };
    start(async () => {
      const outcome = await planFollowUpAction(null, wanted);
      setProblem(outcome.ok ? null : outcome.problem);
      if (outcome.ok) {
        clientKey.current = null;
        clear();
        setOverride("");
        setShared(props.shared);
        showToast({ text: "Scheduled.", tone: "welcome", link: { href: "/schedule", name: "See the schedule" } });
        if (followUpId || begun) router.push(`/prospects/${initial.prospectId}` as Route);
      }
      router.refresh();
    });
  }

  const move = verdict.reasons.find(({ remedy }) => remedy?.do === "move")?.remedy;
  const toSettle =
    suggested?.kind === "settle" ? verdict.reasons.find(({ rule, remedy }) => remedy && rule === suggested.rule)?.remedy : undefined;
  const needsBasis = verdict.reasons.some(({ remedy }) => remedy?.do === "state-basis");
  return (
    <form
      className="plan-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(null);
      }}
    >
      <div className="pane-title">
        <h2 className="section">{followUpId ? "Change the follow-up" : "Plan a follow-up"}</h2>
        <span className="meta">{isKept && "draft kept"}</span>
        <kbd>F</kbd>
      </div>
      {suggested && (
        <SuggestedNext
          suggested={suggested}
          assets={dossier.assets}
          zone={zone}
          now={now}
          isTakenUp={suggested.plan !== null && isTakenUp(plan, suggested.plan)}
          onUse={() => suggested.plan && applySuggested(suggested.plan)}
          planned={dossier.planned}
          remedy={toSettle && { words: remedyWords(toSettle, zone), apply: () => apply(toSettle) }}
        />
      )}
      <PlanFields
        plan={plan}
        dossier={dossier}
        zone={zone}
        viewerZone={viewerZone}
        now={now}
        needsBasis={needsBasis}
        better={betterTime(verdict, now)}
        onChange={change}
      />
      <div role="status" aria-live="polite" className="sr">
        {isIdle ? "" : verdict.headline}
      </div>
      {isIdle ? (
        <p className="pane-note">The next follow-up is planned. Change a field above to see how another would sit beside it.</p>
      ) : (
        <Balance
          verdict={verdict}
          dossier={dossier}
          policy={policy}
          now={now}
          zone={zone}
          onRemedy={apply}
          actions={
            move && (
              <button type="button" className="btn btn-main" onClick={() => apply(move)}>
                {remedyWords(move, zone)}
              </button>
            )
          }
        />
      )}
      <AnsweredNo plan={plan} objections={dossier.objections} />
      <DraftField
        draft={plan.draft}
        hits={verdict.hits}
        onChange={(draft) => change({ draft })}
        onCut={({ from, to }) => apply({ do: "cut", from, to })}
        onTemplate={() => setIsChoosing(true)}
        tools={
          (isChoosing || plan.draft.includes("{{")) && (
            <TemplateTools
              plan={plan}
              dossier={dossier}
              myName={props.myName}
              isChoosing={isChoosing}
              onDraft={(draft) => change({ draft })}
            />
          )
        }
      />
      <label className="log-check">
        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
        Show it on their own page, by kind and week
      </label>
      {problem && (
        <p role="alert" className="refusal t-never">
          {sentence(problem)} What you wrote is kept.
        </p>
      )}
      {canLift && <OverrideField reason={override} onChange={setOverride} onSubmit={() => send(override)} pending={pending} />}
      <div className="pane-foot">
        <button
          type="submit"
          className={passes ? "btn btn-main" : "btn"}
          disabled={pending}
          aria-disabled={!passes}
          aria-describedby="plan-first"
        >
          {pending ? "Judging …" : followUpId ? "Schedule again" : "Schedule"}
        </button>
        <button type="button" className="btn" onClick={clear}>
          Start over
        </button>
        <span className="meta" id="plan-first">
          {passes || isIdle ? "" : `First: ${verdict.headline.charAt(0).toLowerCase()}${verdict.headline.slice(1)}`}
        </span>
      </div>
    </form>
  );
}

const revivePlan = (kept: unknown): Plan | null => Plan.safeParse(kept).data ?? null;

/** The server's clock first, so that the first drawing agrees with it; then the browser's, once a minute. */
function useNow(opened: Date): Date {
  const [now, setNow] = useState(opened);
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
