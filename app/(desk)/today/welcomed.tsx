import type { Route } from "next";
import Link from "next/link";

import { Icon } from "#components/icon.tsx";
import { Rule } from "#components/rule.tsx";
import { sayWhen } from "#lib/follow-up/say-when.ts";
import { dispositionNames } from "#lib/follow-up/touch.ts";
import { offerNames } from "#lib/follow-up/vocabulary.ts";
import type { Welcomed as Row } from "#lib/today/welcomed-queries.ts";

/** What was given lately and met with an answer: the work is not only what is overdue (P4). */
export function Welcomed({ rows, zone, now }: { rows: Row[]; zone: string; now: Date }) {
  return (
    <section className="welcomed-lately" aria-labelledby="welcomed">
      <h2 className="queue-group" id="welcomed">
        Welcomed lately <Rule id="P4" />
      </h2>
      <ul>
        {rows.map(({ prospectId, name, at, disposition, offerKind, what }) => (
          <li key={prospectId} className="welcomed">
            <Icon name="thumb" />
            <p>
              <Link href={`/prospects/${prospectId}` as Route} prefetch={false}>
                {name}
              </Link>{" "}
              <span className="soft">
                {sayWhen(zone, at, now)}: {disposition ? dispositionNames[disposition] : "Useful, they say"}, after you brought{" "}
                {what ? `“${what}”` : offerNames[offerKind].toLowerCase()}.
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
