import Link from "next/link";

import { Icon } from "#components/icon.tsx";
import { channelIcons } from "#components/icons.ts";
import { addressOf } from "#components/pager.tsx";
import { sayWhen } from "#lib/follow-up/say-when.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Held } from "#lib/insight/overview.ts";

type Props = { plans: Held[]; total: number; zone: string; now: Date };

/** Follow-ups that were taken off because something changed: to mend or to drop. */
export function HeldPlans({ plans, total, zone, now }: Props) {
  return (
    <section className="block" aria-labelledby="held">
      <div className="head">
        <h2 id="held">Held, to mend or to drop</h2>
        {total > 0 ? (
          <Link className="meta" href={addressOf("/overview/plans", { show: "held" })} prefetch={false}>
            All {total.toLocaleString("en-GB")}
          </Link>
        ) : null}
      </div>
      {total === 0 ? <p className="soft">Nothing is held.</p> : null}
      <ul className="lines">
        {plans.map(({ id, prospectId, name, companyName, ownerName, channel, at, reason }) => (
          <li key={id} data-row data-prospect-id={prospectId} data-prospect-name={name}>
            <span className="who">
              <Icon name={channelIcons[channel as Channel]} />
              <Link href={addressOf(`/prospects/${prospectId}`, {})} prefetch={false}>
                {name}
              </Link>
              {companyName ? <span className="meta">{companyName}</span> : null}
            </span>
            <span className="meta">was for {sayWhen(zone, at, now)}</span>
            <span className="what soft">
              {reason} <span className="meta">{ownerName}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
