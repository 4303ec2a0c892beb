"use client";
import { Icon } from "#components/icon.tsx";
import type { Draft } from "#components/log-draft.ts";
import { Chips, Field, type FieldProblems } from "#components/log-fields.tsx";
import { addBusinessDays, addMonths, dateOf, localDay, weekday } from "#lib/follow-up/local-time.ts";
import { objectionKinds, objectionNames } from "#lib/touches/objection.ts";

type WishesProps = { draft: Draft; problems: FieldProblems; patch: (wanted: Partial<Draft>) => void };

const reasons = objectionKinds.map((kind) => [kind, objectionNames[kind]] as const);

/** What a no, a later, a pause or a stop needs to be known with it, and what it will do. */
export function Wishes({ draft, problems, patch }: WishesProps) {
  switch (draft.disposition) {
    case "said_no":
      return (
        <Chips
          label="Why not"
          name="objection"
          value={draft.objectionKind}
          options={reasons}
          problem={problems["objection.kind"]}
          hint="The next ask has to answer it (C6)."
          onChoose={(objectionKind) => patch({ objectionKind })}
        />
      );
    case "said_later":
      return (
        <Field
          label="Call them back on"
          name="callBackOn"
          problem={problems.callBackOn}
          hint="No asks until then; on the day, the call is made (C7). Leave empty if they named no day."
        >
          {(described) => (
            <>
              <input {...described} type="date" value={draft.callBackOn} onChange={({ target }) => patch({ callBackOn: target.value })} />
              <span className="quick-picks">
                {[3, 6].map((months) => (
                  <button key={months} type="button" className="remedy" onClick={() => patch({ callBackOn: inMonths(months) })}>
                    In {months} months
                  </button>
                ))}
              </span>
            </>
          )}
        </Field>
      );
    case "asked_to_pause":
      return (
        <Field
          label="Pause until"
          name="pausedUntil"
          problem={problems.pausedUntil}
          hint="Everyone’s touches rest until then (C3). Without a day: 90 days, or until they come back."
        >
          {(described) => (
            <input {...described} type="date" value={draft.pausedUntil} onChange={({ target }) => patch({ pausedUntil: target.value })} />
          )}
        </Field>
      );
    case "asked_to_stop":
      return (
        <p className="finding-line t-never">
          <Icon name="ban" />
          <span>This ends every contact by everyone here, on every channel. Only they can lift it (C4).</span>
        </p>
      );
    default:
      return null;
  }
}

/** The same date so many months on, or the Monday after it, by the clock of whoever logs. */
function inMonths(months: number): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const day = addMonths(localDay(zone, new Date()), months);
  return dateOf(weekday(day) > 5 ? addBusinessDays(day, 1) : day);
}
