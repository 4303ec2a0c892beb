import Link from "next/link";

import { Icon } from "#components/icon.tsx";
import { addressOf } from "#components/pager.tsx";
import { Rule } from "#components/rule.tsx";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate, sayWhen } from "#lib/follow-up/say-when.ts";
import type { Calm } from "#lib/insight/calm-queries.ts";

/** Who paused or stopped in the last fortnight, rep by rep (C3): a word to the rep, and a look at how it came to that. */
export function AskedForCalm({ people, zone, now }: { people: Calm[]; zone: string; now: Date }) {
  const reps = [...new Map(people.map(({ ownerId, ownerName, ofRep }) => [ownerId, { ownerId, ownerName, ofRep }])).values()];
  return (
    <section className="block" aria-labelledby="calm">
      <div className="head">
        <h2 id="calm">
          Asked for calm <Rule id="C3" />
        </h2>
        <span className="meta">{people[0] ? `${people[0].total} in 14 days` : "14 days"}</span>
      </div>
      {people.length === 0 ? <p className="soft">Nobody paused or stopped.</p> : null}
      {reps.map(({ ownerId, ownerName, ofRep }) => (
        <div key={ownerId}>
          <h3 className="meta">
            {ownerName}, {ofRep}
          </h3>
          <ul className="lines">
            {people
              .filter((person) => person.ownerId === ownerId)
              .map((person) => (
                <CalmLine key={person.prospectId} {...{ person, zone, now }} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function CalmLine({ person, zone, now }: { person: Calm; zone: string; now: Date }) {
  const { prospectId, name, companyName, since, until, saidBy } = person;
  return (
    <li data-row data-prospect-id={prospectId} data-prospect-name={name}>
      <span className="who">
        <Icon name={until ? "pause" : "ban"} />
        <Link href={addressOf(`/prospects/${prospectId}`, {})} prefetch={false}>
          {name}
        </Link>
        {companyName ? <span className="meta">{companyName}</span> : null}
      </span>
      <time className="meta" dateTime={since.toISOString()}>
        {sayWhen(zone, since, now)}
      </time>
      <span className="what soft">
        {until ? `Quiet until ${sayDate(until, dateOf(localDay(zone, now)))}` : "Stopped all contact"}
        {saidBy === "rep" ? ", as told to a colleague" : ""}
      </span>
    </li>
  );
}
