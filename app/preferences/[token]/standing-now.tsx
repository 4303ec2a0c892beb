import { describeTerms } from "#lib/consent/terms.ts";
import { sayClock } from "#lib/follow-up/say-when.ts";
import type { PreferencePage } from "#lib/preferences/find-by-token.ts";
import type { FormValues } from "#lib/preferences/form-values.ts";
import { sayDayOf, sayPlanned } from "#lib/preferences/words.ts";
import { labels, stops } from "#lib/preferences/wording.ts";
import { Press } from "./parts.tsx";

type Props = { token: string; page: PreferencePage; standing: FormValues; zone: string; today: string };

/** What stands now, and two answers to it of the same size: stay, or stop. */
export function StandingNow({ token, page, standing, zone, today }: Props) {
  const { terms, stoppedAt, undoUntil, organisation, planned } = page;
  if (stoppedAt)
    return (
      <section className="now">
        <h2 className="small">All contact is stopped since {sayDayOf(zone, stoppedAt)}</h2>
        <p>Nobody at {organisation.name} contacts you, by any means. Only you can change that, here on this page.</p>
        {undoUntil ? (
          <>
            <div className="answers">
              <Press token={token} action="undo-stop" />
            </div>
            <p className="hint">This works until {sayClock(zone, undoUntil)}.</p>
          </>
        ) : null}
      </section>
    );

  const wishes = terms ? describeTerms(terms, today) : [];
  const isPaused = terms?.pausedUntil ? terms.pausedUntil > today : false;
  return (
    <section className="now">
      <h2 className="small">{heading(page, zone)}</h2>
      <p>
        {wishes.length > 0
          ? wishes.join(" ")
          : "Nobody has asked you yet how you would like to be contacted. Please choose below, it takes a minute."}
      </p>
      <p>
        {planned.length > 0
          ? `Planned with you: ${planned.map((each) => sayPlanned(each, zone)).join("; ")}.`
          : "Nothing is planned with you at the moment."}
      </p>
      <div className="answers">
        {isPaused ? (
          <Press token={token} action="resume" />
        ) : terms?.channels ? (
          <Keep token={token} standing={standing} />
        ) : (
          <ChooseBelow />
        )}
        <Press token={token} action="stop" />
      </div>
      <p className="hint">One press for either. {stops(organisation.name)}</p>
    </section>
  );
}

function heading({ terms }: PreferencePage, zone: string): string {
  if (!terms) return "You have not chosen yet";
  const day = sayDayOf(zone, terms.saidOn);
  return terms.saidBy === "person" ? `What you asked for on ${day}` : `What we noted on ${day}, from what you told us`;
}

/** Says again what stands: for one who only wanted to look. */
function Keep({ token, standing }: { token: string; standing: FormValues }) {
  const { channels, days, rate, when, from, to, timeZone } = standing;
  const fields = { "channels[]": channels, "days[]": days, rate, "hours.when": when, "hours.from": from, "hours.to": to, timeZone };
  return (
    <Press token={token} action="save" fields={fields}>
      {labels.keep}
    </Press>
  );
}

const ChooseBelow = () => (
  <a className="button" href="#choose">
    Choose below
  </a>
);
