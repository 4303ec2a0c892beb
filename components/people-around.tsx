import type { Route } from "next";
import Link from "next/link";

import { PersonState } from "#components/person-state.tsx";
import type { ProspectRecord } from "#lib/prospects/record.ts";

type Colleague = {
  id: string;
  name: string;
  jobTitle: string | null;
  lastOutboundAt: Date | null;
  lastInboundAt: Date | null;
  nextAt: Date | null;
  pausedUntil: Date | null;
  stoppedAt: Date | null;
};
type Props = { company: ProspectRecord["company"]; people: Colleague[]; viewerZone: string; now: Date };

const most = 6;

/** D1, D9: who else we know where they work, and how it stands with each. */
export function PeopleAround({ company, people, viewerZone, now }: Props) {
  if (!company || people.length === 0) return null;
  return (
    <section aria-label="People around them">
      <h2>Also at {company.name}</h2>
      <ul className="around">
        {people.slice(0, most).map((person) => (
          <li key={person.id}>
            <Link href={`/prospects/${person.id}` as Route} prefetch={false}>
              {person.name}
            </Link>
            {person.jobTitle ? <span className="meta"> {person.jobTitle}</span> : null}
            {person.nextAt ? null : (
              <div>
                <PersonState person={person} viewerZone={viewerZone} now={now} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {people.length > most ? <p className="meta">and {people.length - most} more</p> : null}
    </section>
  );
}
