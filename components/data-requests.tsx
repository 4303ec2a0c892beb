import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { Icon } from "#components/icon.tsx";
import { dayOf, sayDayInFull } from "#lib/follow-up/local-time.ts";
import { type RequestKind, RequestKind as Kinds, requestNames } from "#lib/rights/request.ts";

type Open = { id: string; kind: RequestKind; about: string | null; words: string | null; dueOn: string; isOverdue: boolean };
type Props = { prospectId: string; name: string; open: Open[]; record: FormAction };

/** What they asked about their data and is not answered yet, and the form for what came by mail or phone (C8). */
export function DataRequests({ prospectId, name, open, record }: Props) {
  return (
    <section>
      <h2>Their data</h2>
      {open.length === 0 ? <p className="soft">{name} asked for nothing about the data held on them.</p> : null}
      {open.map(({ id, kind, about, words, dueOn, isOverdue }) => (
        <div key={id}>
          <p className={isOverdue ? "finding t-never" : "finding t-soon"}>
            <Icon name="flag" />
            {requestNames[kind]}, to be answered by {sayDayInFull(dayOf(dueOn))}
            {isOverdue ? ", overdue" : ""}
          </p>
          {words ? <p className="soft">{[about, `“${words}”`].filter(Boolean).join(": ")}</p> : null}
        </div>
      ))}
      <details>
        <summary>They asked by mail or phone</summary>
        <ActionForm action={record} submit="Write it down" done="Written down. An admin answers it in time.">
          <input type="hidden" name="prospectId" value={prospectId} />
          <Entry
            label="What they ask for"
            name="kind"
            options={Kinds.options.map((value) => ({ value, label: requestNames[value] }))}
            isRequired
          />
          <Entry
            label="How it came"
            name="cameBy"
            options={[
              { value: "mail", label: "By mail" },
              { value: "phone", label: "By phone" },
            ]}
            isRequired
          />
          <Entry
            label="What they said"
            name="words"
            rows={2}
            isRequired
            hint="The law’s time to answer starts now. To be erased, or no contact, ends all contact at once."
          />
        </ActionForm>
      </details>
    </section>
  );
}
