import type { Route } from "next";
import Link from "next/link";

import { ActButton } from "#components/act-button.tsx";
import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Finding } from "#components/balance/finding.tsx";
import { Choice, Entry } from "#components/entry.tsx";
import { Rule } from "#components/rule.tsx";
import { sayDate } from "#lib/follow-up/say-when.ts";
import { type Moments, noStepNames } from "#lib/prospects/moments.ts";
import type { StepGap } from "#lib/prospects/step-gap.ts";

export type GapActions = Record<"explain" | "endReason" | "archive" | "restore", FormAction>;
type Props = { prospectId: string; name: string; gap: StepGap; reason: Moments["reason"]; today: string; actions: GapActions };

/** No active prospect without a next step or a reason (D8). */
export function StepGap({ prospectId, name, gap, reason, today, actions }: Props) {
  if (gap === "reason" && reason)
    return (
      <div className="step-gap">
        <p>
          <Finding tone="none" icon="pause">
            {noStepNames[reason.kind]} until {sayDate(reason.until, today)}
          </Finding>
          {reason.words ? <span className="soft"> {reason.words}</span> : null}
        </p>
        <ActButton className="remedy" action={actions.endReason} fields={{ prospectId }} done="The reason is taken back.">
          This no longer holds
        </ActButton>
      </div>
    );
  if (gap !== "open") return null;
  return (
    <div className="step-gap">
      <p>
        <Finding tone="more" icon="clock">
          No next step: plan one, or say why not
        </Finding>{" "}
        <Rule id="D8" />
      </p>
      <Link className="remedy phone-only" href={`/prospects/${prospectId}?tab=plan` as Route}>
        Plan one
      </Link>
      <details className="more-form">
        <summary>Say why not</summary>
        <ActionForm action={actions.explain} submit="Keep this reason" done="Kept.">
          <input type="hidden" name="prospectId" value={prospectId} />
          <Choice
            legend="Why is there none?"
            name="kind"
            defaultValue="waiting"
            options={[
              { value: "waiting", label: noStepNames.waiting },
              { value: "resting", label: noStepNames.resting },
            ]}
          />
          <Entry label="Until" name="until" type="date" hint="Empty while waiting: two weeks." />
          <Entry label="In a few words" name="words" placeholder="They compare two offers with Rui" />
        </ActionForm>
        <div className="soft">
          Not a fit?{" "}
          <ActButton
            className="remedy"
            action={actions.archive}
            undo={actions.restore}
            fields={{ prospectId }}
            done={`${name} is archived.`}
          >
            Archive the record
          </ActButton>
        </div>
      </details>
    </div>
  );
}
