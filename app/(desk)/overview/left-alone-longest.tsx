import Link from "next/link";

import { addressOf } from "#components/pager.tsx";
import type { LeftAlone } from "#lib/insight/overview.ts";

type Props = { people: LeftAlone[]; total: number; now: Date };

/** Who has heard nothing for over three weeks with nothing planned (D3): silence when one has something to bring is a failure, too. */
export function LeftAloneLongest({ people, total, now }: Props) {
  return (
    <section className="block" aria-labelledby="left-alone">
      <div className="head">
        <h2 id="left-alone">
          Left alone over three weeks <span className="rule">D3</span>
        </h2>
        {total > 0 ? (
          <Link className="meta" href={addressOf("/prospects", { state: "left-alone" })} prefetch={false}>
            All {total.toLocaleString("en-GB")}
          </Link>
        ) : null}
      </div>
      {total === 0 ? <p className="soft">Nobody: everyone was in touch with us lately, or has something planned.</p> : null}
      <ul className="lines">
        {people.map(({ prospectId, name, companyName, ownerName, lastTouchAt }) => (
          <li key={prospectId} data-row data-prospect-id={prospectId} data-prospect-name={name}>
            <span className="who">
              <Link href={addressOf(`/prospects/${prospectId}`, {})} prefetch={false}>
                {name}
              </Link>
              {companyName ? <span className="meta">{companyName}</span> : null}
            </span>
            <span className="meta">{Math.floor((now.getTime() - lastTouchAt.getTime()) / 86_400_000)} days</span>
            <span className="what meta">{ownerName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
