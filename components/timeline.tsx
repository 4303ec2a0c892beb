import type { Route } from "next";
import Link from "next/link";
import { Fragment } from "react";

import { Icon } from "#components/icon.tsx";
import type { Person } from "#components/log-draft.ts";
import { Rule } from "#components/rule.tsx";
import { sayDay } from "#lib/follow-up/local-time.ts";
import type { Show, TimelineEntry } from "#lib/touches/timeline.ts";

const shows: [Show, string][] = [
  ["all", "All"],
  ["touches", "Touches"],
  ["replies", "Replies"],
  ["consent", "Consent"],
  ["stage", "Stages"],
  ["plans", "Plans"],
  ["refusals", "Refusals"],
  ["changes", "Changes"],
];

type TimelineProps = {
  entries: TimelineEntry[];
  /** Cursor of the page before in time, if there is one. */
  older: string | null;
  show: Show;
  person: Person;
  viewer: { userId: string; timeZone: string; mayCorrectAny: boolean };
  now: Date;
  /** What to do next, said where nothing has happened yet. */
  suggestion: string | null;
};

/** A prospect's story, latest first, narrowed by links so that it works without JavaScript. */
export function Timeline({ entries, older, show, person, viewer, now, suggestion }: TimelineProps) {
  const path = `/prospects/${person.id}`;
  const address = (query: Record<string, string>) => `${path}?${new URLSearchParams(query).toString()}#timeline` as Route;
  const monthOf = monthIn(viewer.timeZone, now);
  return (
    <>
      <nav className="filters" id="timeline" aria-label="Show">
        {shows.map(([each, name]) => (
          <Link
            key={each}
            href={each === "all" ? (path as Route) : address({ show: each })}
            aria-current={each === show ? "true" : undefined}
            scroll={false}
          >
            {name}
          </Link>
        ))}
      </nav>
      {entries.length === 0 ? <Nothing show={show} person={person} suggestion={suggestion} /> : null}
      <ol className="events">
        {entries.map((entry, index) => {
          const month = monthOf(entry.at);
          const isNewMonth = index === 0 || month !== monthOf(entries[index - 1]!.at);
          return (
            <Fragment key={entry.id}>
              {isNewMonth ? <li className="month">{month}</li> : null}
              <Entry entry={entry} person={person} viewer={viewer} />
            </Fragment>
          );
        })}
      </ol>
      {older ? (
        <p className="events-more">
          <Link href={address({ ...(show !== "all" && { show }), before: older })}>Older</Link>
        </p>
      ) : null}
    </>
  );
}

function Entry({ entry, person, viewer }: { entry: TimelineEntry; person: Person; viewer: TimelineProps["viewer"] }) {
  const { kind, icon, tone, title, text, quote, rule, by, at, told } = entry;
  const mayCorrect = told !== null && (entry.byId === viewer.userId || viewer.mayCorrectAny);
  return (
    <li className={kind === "replaced" ? "replaced" : undefined}>
      <span className={tone === "none" ? "dot" : `dot t-${tone}`}>
        <Icon name={icon} />
      </span>
      <div>
        <p>
          <span className="what">{title}</span>
        </p>
        {quote ? <p className="quote">“{quote}”</p> : null}
        {text || rule ? (
          <p className={quote ? "meta" : "soft body-text"}>
            {text && text.length > 280 ? `${text.slice(0, 280)}…` : text} {rule ? <Rule id={rule} /> : null}
          </p>
        ) : null}
        {by || mayCorrect ? (
          <p className="meta">
            {by}
            {by && mayCorrect ? " · " : null}
            {mayCorrect ? (
              <button
                type="button"
                className="remedy"
                data-open-log
                data-prospect-id={person.id}
                data-prospect-name={person.name}
                data-correct={JSON.stringify({ ...told, at: "" })}
                aria-label={`Correct: ${title}`}
              >
                Correct
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
      <time
        dateTime={at.toISOString()}
        title={at.toLocaleString("en-GB", { timeZone: viewer.timeZone, dateStyle: "full", timeStyle: "short" })}
      >
        {sayDay(viewer.timeZone, at).replace(/^\w+ /, "")}
      </time>
    </li>
  );
}

function Nothing({ show, person, suggestion }: Pick<TimelineProps, "show" | "person" | "suggestion">) {
  return (
    <div className="events-none">
      <p>{show === "all" ? "Nothing has happened yet." : "Nothing of this kind yet."}</p>
      {show === "all" && suggestion ? <p>{suggestion}.</p> : null}
      {show === "all" || show === "touches" ? (
        <p style={{ marginTop: 8 }}>
          <button type="button" className="btn" data-open-log data-prospect-id={person.id} data-prospect-name={person.name}>
            <Icon name="chat" />
            Log the first touch
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** The heading of a month: its name, with the year where it is another than now. */
function monthIn(timeZone: string, now: Date): (at: Date) => string {
  const month = new Intl.DateTimeFormat("en-GB", { timeZone, month: "long" });
  const year = new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric" });
  return (at) => (year.format(at) === year.format(now) ? month.format(at) : `${month.format(at)} ${year.format(at)}`);
}
