import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Choice, Entry } from "#components/entry.tsx";
import type { Terms } from "#lib/consent/ledger.ts";
import { partsOfDay, weekdayNames } from "#lib/consent/terms.ts";
import { Channel, channelNames } from "#lib/follow-up/vocabulary.ts";

type Props = { prospectId: string; name: string; terms: Terms | null; action: FormAction };

const places = [
  { value: "call", label: "On the phone" },
  { value: "meeting", label: "In a meeting" },
  { value: "email", label: "In an e-mail" },
  { value: "other", label: "Elsewhere" },
];
const rates = [
  { value: "any", label: "Not said" },
  ...(["week", "month", "quarter"] as const).flatMap((per) =>
    [1, 2, 3, 4].map((max) => ({ value: `${max}/${per}`, label: `At most ${max} a ${per}` })),
  ),
];

/** “She said: mail only, mornings”: what a person told us, noted until they confirm it themselves (C1, C2). Starts from what stands. */
export function NoteTerms({ prospectId, name, terms, action }: Props) {
  const rate = terms?.rate ? `${terms.rate.max}/${terms.rate.per}` : "any";
  const rateOptions = rates.some(({ value }) => value === rate)
    ? rates
    : [...rates, { value: rate, label: `At most ${rate.replace("/", " a ")}` }];
  return (
    <details className="as-table">
      <summary>Note what {name} said</summary>
      <ActionForm action={action} submit="Keep this note" done="Noted. It counts at once, until they say otherwise.">
        <input type="hidden" name="prospectId" value={prospectId} />
        <Entry label="In their words" name="words" isRequired placeholder="Mail only, please, and in the mornings" />
        <Entry label="Where they said it" name="method" options={places} />
        <Ticks
          legend="By (none: not said)"
          name="channels[]"
          options={Channel.options.map((value) => ({ value, label: channelNames[value] }))}
          ticked={terms?.channels ?? []}
        />
        <Entry label="How often" name="rate" options={rateOptions} defaultValue={rate} />
        <Ticks
          legend="Days (none: not said)"
          name="days[]"
          options={weekdayNames.map((day, index) => ({ value: String(index + 1), label: day.slice(0, 3) }))}
          ticked={(terms?.days ?? []).map(String)}
        />
        <Hours hours={terms?.hours ?? null} />
      </ActionForm>
    </details>
  );
}

function Hours({ hours }: { hours: Terms["hours"] }) {
  const part = Object.entries(partsOfDay).find(([, { from, to }]) => hours?.from === from && hours.to === to)?.[0];
  const own = hours && !part;
  return (
    <>
      <Choice
        legend="Time of day"
        name="hours.when"
        defaultValue={part ?? (own ? "between" : "any")}
        options={[
          { value: "any", label: "Not said" },
          { value: "morning", label: "Mornings" },
          { value: "afternoon", label: "Afternoons" },
          ...(own ? [{ value: "between", label: `${hours.from}:00 to ${hours.to}:00` }] : []),
        ]}
      />
      {own ? (
        <>
          <input type="hidden" name="hours.from" value={hours.from} />
          <input type="hidden" name="hours.to" value={hours.to} />
        </>
      ) : null}
    </>
  );
}

type TicksProps = { legend: string; name: string; options: { value: string; label: string }[]; ticked: string[] };

function Ticks({ legend, name, options, ticked }: TicksProps) {
  return (
    <fieldset className="entry">
      <legend>{legend}</legend>
      <div className="chips">
        {options.map(({ value, label }) => (
          <label key={value} className="chip">
            <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
