import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { sayDate } from "#lib/follow-up/say-when.ts";
import { homeworkNames, stakeNames } from "#lib/prospects/assessment.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";

type Props = { record: ProspectRecord; today: string; assess: FormAction };

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** How much effort the opportunity deserves, and by when they decide (V6, D2, D4). */
export function Assessment({ record, today, assess }: Props) {
  const { assessment } = record;
  return (
    <section>
      <h2>Assessment</h2>
      {assessment ? (
        <>
          <p>
            {homeworkNames[assessment.homework]}, fit {assessment.fit} of 100
          </p>
          <p className="soft">{stakeNames[assessment.stake]} at stake for them</p>
          {assessment.decisionOn ? (
            <p className="soft">
              They decide by {sayDate(assessment.decisionOn, today)}
              {assessment.timelineSource ? ` – ${assessment.timelineSource}` : ""}
            </p>
          ) : null}
        </>
      ) : (
        <p className="soft">Not assessed: a small budget of attempts until somebody looks into it (V6).</p>
      )}
      <details className="more-form">
        <summary>{assessment ? "Assess anew" : "Assess"}</summary>
        <ActionForm
          key={assessment?.assessedAt.toISOString() ?? "first"}
          action={assess}
          undo={assess}
          submit="Keep this assessment"
          done="Assessed."
          keep={`assessment:${record.id}`}
        >
          <input type="hidden" name="prospectId" value={record.id} />
          <Entry
            label="Fit, 0 to 100"
            name="fit"
            inputMode="numeric"
            defaultValue={assessment?.fit ?? ""}
            isRequired
            hint="How well what we have fits what they need."
          />
          <Entry label="At stake for them" name="stake" options={optionsOf(stakeNames)} defaultValue={assessment?.stake ?? "medium"} />
          <Entry
            label="Homework"
            name="homework"
            options={optionsOf(homeworkNames)}
            defaultValue={assessment?.homework ?? "none"}
            hint="Researched earns a longer run."
          />
          <Entry
            label="They decide by"
            name="decisionOn"
            type="date"
            defaultValue={assessment?.decisionOn}
            hint="Their date, never ours (D2, D7)."
          />
          <Entry
            label="How do you know the date?"
            name="timelineSource"
            defaultValue={assessment?.timelineSource}
            placeholder="She said so on 9 April"
          />
        </ActionForm>
      </details>
    </section>
  );
}
