import { dateOf, dayOf } from "#lib/follow-up/local-time.ts";
import type { FormValues } from "#lib/preferences/form-values.ts";
import { furthestDay } from "#lib/preferences/next-terms.ts";
import { labels } from "#lib/preferences/wording.ts";
import { answerTo, Press, Wrong } from "./parts.tsx";

type Props = { token: string; today: string; values: FormValues; problems: Record<string, string> };

/** "Give me a beat" and "come back to me on …" (C3, C7). */
export function Breaks(props: Props) {
  const { token, values, problems, today } = props;
  return (
    <>
      <section className="rest" id="pause">
        <h2>Need a break?</h2>
        <p>Nobody contacts you until the day you choose.</p>
        <div className="answers">
          <Press token={token} action="pause" fields={{ for: "2-weeks" }}>
            Pause for two weeks
          </Press>
          <Press token={token} action="pause" fields={{ for: "1-month" }}>
            Pause for a month
          </Press>
        </div>
        <DayForm {...props} action="pause" name="until" label="Or quiet until" value={values.until} wrong={problems.until} />
      </section>
      <section className="rest" id="call-back">
        <h2>Better another time?</h2>
        <p>Until then nobody asks you for anything. We come back to you on the day.</p>
        <DayForm
          {...{ token, today, values, problems }}
          action="call-back"
          name="on"
          label="Come back to me on"
          value={values.on}
          wrong={problems.on}
        />
      </section>
    </>
  );
}

type DayProps = Props & { action: "pause" | "call-back"; name: "until" | "on"; label: string; value: string; wrong?: string };

function DayForm({ token, today, action, name, label, value, wrong }: DayProps) {
  return (
    <form method="post" action={answerTo(token)} autoComplete="off">
      <input type="hidden" name="action" value={action} />
      {action === "pause" ? <input type="hidden" name="for" value="date" /> : null}
      <label className="labelled">
        {label}
        <input
          className="field"
          type="date"
          name={name}
          defaultValue={value}
          min={dateOf(dayOf(today) + 1)}
          max={furthestDay(today)}
          required
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong && `${name}-wrong`}
        />
      </label>
      <Wrong id={`${name}-wrong`}>{wrong}</Wrong>
      <button className="button narrow">{labels[action]}</button>
    </form>
  );
}
