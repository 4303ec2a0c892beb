import { ActButton } from "#components/act-button.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { Icon } from "#components/icon.tsx";
import type { IconName } from "#components/icons.ts";
import type { RecordActions } from "#components/record-facts.tsx";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate, sayWhen } from "#lib/follow-up/say-when.ts";
import { type FactOrigin, mayAppearInMessage, originNames } from "#lib/prospects/fact-origin.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";

const originIcons: Record<FactOrigin, IconName> = { told_us: "said", public_professional: "globe", third_party: "people", observed: "eye" };
const origins = [{ value: "", label: "Choose" }, ...Object.entries(originNames).map(([value, label]) => ({ value, label }))];
const labels = ["Reports to", "Works with", "Responsible for", "Cares about", "Uses today", "Decides by", "Prefers"];

type Props = {
  record: ProspectRecord;
  viewerZone: string;
  now: Date;
  actions: Pick<RecordActions, "addFact" | "retractFact" | "restoreFact">;
};

/** What is known about the person, each fact with how we know it; what was merely observed says that it may not be used (C8). */
export function KnownFacts({ record, viewerZone, now, actions }: Props) {
  const today = dateOf(localDay(viewerZone, now));
  return (
    <section>
      <h2>Facts</h2>
      {record.facts.length === 0 ? <p className="soft">Nothing noted yet. What they tell you makes the next touch theirs (V7).</p> : null}
      {record.facts.map(({ id, label, value, origin, originNote, onDay, recordedAt, recordedBy }) => (
        <dl className="fact known" key={id}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {onDay ? (
            <dd>
              <Icon name="calendar" />
              <span>
                {onDay < today ? "was on" : "on"} {sayDate(onDay, today)}
              </span>
            </dd>
          ) : null}
          <dd>
            <Icon name={originIcons[origin]} />
            <span>
              {originNote ?? originNames[origin].toLowerCase()}, {sayWhen(viewerZone, recordedAt, now)}
              {recordedBy && !originNote ? ` (${recordedBy})` : ""}
            </span>
          </dd>
          {mayAppearInMessage(origin) ? null : <dd className="not-for-use">not for use in a message</dd>}
          <dd className="fact-act">
            <ActButton
              className="remedy"
              action={actions.retractFact}
              undo={actions.restoreFact}
              fields={{ prospectId: record.id, factId: id }}
              done={`“${label}” is taken back.`}
            >
              Take back<span className="sr"> {label}</span>
            </ActButton>
          </dd>
        </dl>
      ))}
      <details className="more-form">
        <summary>Add a fact</summary>
        <ActionForm action={actions.addFact} undo={actions.retractFact} submit="Keep this fact" done="Kept." keep={`fact:${record.id}`}>
          <input type="hidden" name="prospectId" value={record.id} />
          <Entry label="What it is" name="label" suggestions={labels} isRequired placeholder="Reports to" />
          <Entry label="The fact" name="value" rows={2} isRequired />
          <Entry
            label="How do you know?"
            name="origin"
            options={origins}
            isRequired
            hint="What you merely noticed can guide you, but may not appear in a message (C8)."
          />
          <Entry label="In more words" name="originNote" placeholder="She wrote it on 17 September" />
          <Entry
            label="A day of theirs it names"
            name="onDay"
            type="date"
            hint="A deadline, an expiry: one touch may come early to warn them of it (V9)."
          />
        </ActionForm>
      </details>
    </section>
  );
}
