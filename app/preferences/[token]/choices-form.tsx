import { weekdayNames } from "#lib/consent/terms.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import type { FormValues } from "#lib/preferences/form-values.ts";
import { counts, labels } from "#lib/preferences/wording.ts";
import { answerTo, Wrong } from "./parts.tsx";
import { ZoneField } from "./zone-field.tsx";

type Props = {
  token: string;
  title: string;
  values: FormValues;
  problems: Record<string, string>;
  hints: Record<Channel, string>;
  organisation: string;
};

export function ChoicesForm({ token, title, values, problems, hints, organisation }: Props) {
  return (
    <form className="choosing" id="choose" method="post" action={answerTo(token)} autoComplete="off">
      <input type="hidden" name="action" value="save" />
      <h2>{title}</h2>
      <fieldset aria-describedby={problems.channels && "channels-wrong"}>
        <legend>By</legend>
        <Wrong id="channels-wrong">{problems.channels}</Wrong>
        {Channel.options.map((channel) => (
          <label key={channel} className="choice">
            <input type="checkbox" name="channels[]" value={channel} defaultChecked={values.channels.includes(channel)} />
            <span>{ways[channel]}</span>
            {hints[channel] ? <span className="hint">{hints[channel]}</span> : null}
          </label>
        ))}
      </fieldset>
      <fieldset aria-describedby={problems.rate && "rate-wrong"}>
        <legend>At most</legend>
        <Wrong id="rate-wrong">{problems.rate}</Wrong>
        {ratesWith(values.rate).map(([value, label]) => (
          <label key={value} className="choice">
            <input type="radio" name="rate" value={value} defaultChecked={values.rate === value} required />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Days</legend>
        <p className="hint">Leave them all empty if any day is fine.</p>
        <div className="two">
          {weekdayNames.map((name, i) => (
            <label key={name} className="choice">
              <input type="checkbox" name="days[]" value={i + 1} defaultChecked={values.days.includes(String(i + 1))} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TimeOfDay values={values} problems={problems} />
      <p>
        <button className="button full">{labels.save}</button>
      </p>
      <p className="hint">{counts(organisation)}</p>
    </form>
  );
}

function TimeOfDay({ values, problems }: Pick<Props, "values" | "problems">) {
  const wrong = problems["hours.to"] ?? problems["hours.from"] ?? problems.hours;
  return (
    <fieldset aria-describedby={wrong && "hours-wrong"}>
      <legend>Time of day</legend>
      <Wrong id="hours-wrong">{wrong}</Wrong>
      {parts.map(([value, label]) => (
        <label key={value} className="choice">
          <input type="radio" name="hours.when" value={value} defaultChecked={values.when === value} />
          <span>{label}</span>
        </label>
      ))}
      <div className="hours">
        <Hours name="hours.from" label="From" from={0} to={23} value={values.from} wrong={wrong} />
        <span aria-hidden="true">to</span>
        <Hours name="hours.to" label="To" from={1} to={24} value={values.to} wrong={wrong} />
      </div>
      <ZoneField value={values.timeZone} wrong={problems.timeZone} />
    </fieldset>
  );
}

function Hours({
  name,
  label,
  from,
  to,
  value,
  wrong,
}: {
  name: string;
  label: string;
  from: number;
  to: number;
  value: string;
  wrong?: string;
}) {
  return (
    <select className="field" name={name} aria-label={label} defaultValue={value} aria-invalid={wrong ? true : undefined}>
      {Array.from({ length: to - from + 1 }, (_, i) => from + i).map((hour) => (
        <option key={hour} value={hour}>
          {hour}:00
        </option>
      ))}
    </select>
  );
}

const ways: Record<Channel, string> = {
  email: "E-mail",
  phone: "Phone",
  sms: "Text message",
  linkedin: "LinkedIn",
  mail: "Letter",
  meeting: "Meetings, in person or by video",
};

const rates: [value: string, label: string][] = [
  ["1/week", "Once a week"],
  ["2/month", "Twice a month"],
  ["1/month", "Once a month"],
  ["1/quarter", "Once every three months"],
  ["any", "I don’t mind"],
];

/** The usual rates, and theirs if it is another. */
function ratesWith(rate: string): typeof rates {
  const known = rate === "" || rates.some(([value]) => value === rate) || !/^[1-9]\d?\/(week|month|quarter)$/.test(rate);
  if (known) return rates;
  const [max, per] = rate.split("/");
  return [[rate, `${max} times ${per === "quarter" ? "every three months" : `a ${per}`}`], ...rates];
}

const parts: [value: string, label: string][] = [
  ["any", "Any time of day"],
  ["morning", "Mornings, 8:00 to 12:00"],
  ["afternoon", "Afternoons, 12:00 to 17:00"],
  ["between", "Between these hours"],
];
