import { ActButton } from "#components/act-button.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { Check, Choice, Entry } from "#components/entry.tsx";
import { Icon } from "#components/icon.tsx";
import type { RecordActions } from "#components/record-facts.tsx";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate } from "#lib/follow-up/say-when.ts";
import type { NextStep, ProspectRecord } from "#lib/prospects/record.ts";

type Props = {
  record: ProspectRecord;
  viewerZone: string;
  now: Date;
  actions: Pick<RecordActions, "addNextStep" | "settleNextStep" | "reopenNextStep">;
};

/** What comes next, who owes it, whether they agreed – and a way to say how it ended (G1, D8). */
export function NextSteps({ record, viewerZone, now, actions }: Props) {
  const today = dateOf(localDay(viewerZone, now));
  const steps = record.nextSteps;
  return (
    <div className="next">
      <h2>{steps.length > 1 ? "Next steps" : "Next step"}</h2>
      {steps.length === 0 ? (
        <p className="soft">
          {record.archivedAt ? "None: the record is archived." : "None yet. Say what comes next, or ask them what they would like."}
        </p>
      ) : null}
      <ul>
        {steps.map((step) => (
          <li key={step.id} className="next-step">
            <Step step={step} today={today} />
            <Settle prospectId={record.id} step={step} actions={actions} />
          </li>
        ))}
      </ul>
      {record.archivedAt ? null : (
        <details className="more-form">
          <summary>Add a next step</summary>
          <ActionForm action={actions.addNextStep} submit="Keep this step" done="Kept.">
            <input type="hidden" name="prospectId" value={record.id} />
            <Entry label="What comes next" name="what" isRequired placeholder="Ana compares the protocols with Rui" />
            <Choice
              legend="Who does it?"
              name="owedBy"
              defaultValue="us"
              options={[
                { value: "us", label: "We do" },
                { value: "them", label: "They do" },
              ]}
            />
            <Entry label="By" name="dueOn" type="date" />
            {record.deals.length > 0 ? (
              <Entry
                label="For the deal"
                name="dealId"
                options={[{ value: "", label: "None" }, ...record.deals.map(({ id, title }) => ({ value: id, label: title }))]}
              />
            ) : null}
            <Check label="They agreed to this" name="agreed" />
          </ActionForm>
        </details>
      )}
    </div>
  );
}

function Step({ step, today }: { step: NextStep; today: string }) {
  const late = step.dueOn !== null && step.dueOn < today;
  return (
    <div>
      <p>
        {step.what} {step.dueOn ? <span className="soft">by {sayDate(step.dueOn, today)}</span> : null}
      </p>
      <p className="step-marks">
        {step.agreed ? (
          <span className="finding t-welcome">
            <Icon name="agree" />
            {step.confirmed ? "they confirmed it" : "they agreed"}
          </span>
        ) : (
          <span className="finding t-none">
            <Icon name="hope" />
            hoped
          </span>
        )}
        <span className="meta">{step.owedBy === "us" ? "we owe it" : "they do it"}</span>
        {late ? (
          <span className="finding t-more">
            <Icon name="clock" />
            its day has passed
          </span>
        ) : null}
      </p>
      {step.correction ? <p className="soft">On their page they say: “{step.correction}”</p> : null}
    </div>
  );
}

const ends = [
  { as: "kept", name: "Kept", done: "Kept." },
  { as: "missed", name: "Missed", done: "Noted as missed." },
  { as: "dropped", name: "Drop", done: "Dropped." },
] as const;

function Settle({ prospectId, step, actions }: { prospectId: string; step: NextStep } & Pick<Props, "actions">) {
  return (
    <div className="step-acts">
      {ends.map(({ as, name, done }) => (
        <ActButton
          key={as}
          className="remedy"
          action={actions.settleNextStep}
          undo={actions.reopenNextStep}
          fields={{ prospectId, stepId: step.id, as }}
          done={done}
        >
          {name}
          <span className="sr">: {step.what}</span>
        </ActButton>
      ))}
    </div>
  );
}
