import { type LawAdjustment, loosened } from "#lib/consent/adjustment.ts";
import { sayHours } from "#lib/consent/hours.ts";
import { ruleNamed } from "#lib/consent/say-law.ts";
import { sayDayInFull, localDay } from "#lib/follow-up/local-time.ts";
import type { LawChange } from "#lib/policy/queries.ts";

/** What was set differently, by whom, when and why. */
export function LawChanges({ changes, timeZone }: { changes: LawChange[]; timeZone: string }) {
  return (
    <section aria-labelledby="law-changes">
      <h2 id="law-changes">What was set differently here</h2>
      {changes.length === 0 ? <p className="soft">Nothing yet: the law holds as it was read.</p> : null}
      <ol className="law-changes">
        {changes.map(({ version, rule, own, note, by, publishedAt }) => (
          <li key={`${version} ${rule}`}>
            <b>{rule}</b> {own ? sayOwn(rule, own) : "as it was read again"}.{" "}
            <span className="meta">
              {sayDayInFull(localDay(timeZone, publishedAt))}
              {by ? `, ${by}` : ""}, version {version}
            </span>
            <span className="soft">{note}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sayOwn(key: string, own: LawAdjustment): string {
  const { expressOnly, hours, cap, refusalDays } = own;
  const parts = [
    expressOnly ? "express consent only" : "",
    hours ? `weekdays ${sayHours(hours.week)}, Saturdays ${sayHours(hours.saturday)}, Sundays ${sayHours(hours.sunday)}` : "",
    cap ? `at most ${cap.touches} in ${cap.days} days` : "",
    refusalDays === undefined ? "" : `${refusalDays} days of rest after a no`,
  ].filter(Boolean);
  const rule = ruleNamed(key);
  const looser = rule ? loosened(rule, own) : [];
  return parts.join("; ") + (looser.length > 0 ? ` (looser: ${looser.join(", ")})` : "");
}
