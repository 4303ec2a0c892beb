import Link from "next/link";

import { addressOf } from "#components/pager.tsx";
import { ruleNames } from "#lib/follow-up/rule-names.ts";
import type { Attention } from "#lib/insight/overview.ts";

/** What the gate refused in thirty days, by the rule that weighed most: where people need help, or the policy another look. */
export function RefusedPlans({ refusals }: { refusals: Attention["refusals"] }) {
  const total = refusals.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...refusals.map(({ count }) => count));
  return (
    <section className="block" aria-labelledby="refused">
      <div className="head">
        <h2 id="refused">Plans refused, last 30 days</h2>
        {total > 0 ? (
          <Link className="meta" href={addressOf("/overview/refusals", {})} prefetch={false}>
            All {total.toLocaleString("en-GB")}
          </Link>
        ) : null}
      </div>
      {total === 0 ? <p className="soft">No plan was refused.</p> : null}
      <ul className="bars refusals">
        {refusals.map(({ rule, count }) => (
          <li key={rule} data-row>
            <Link href={addressOf("/overview/refusals", { rule })} prefetch={false}>
              {ruleNames[rule] ?? "Another reason"}
              {rule === "other" ? null : <span className="rule">{rule}</span>}
            </Link>
            <span className="bar" aria-hidden="true">
              <i className="count" style={{ width: `${((count / most) * 100).toFixed(1)}%` }} />
            </span>
            <span className="bar-sum">
              <b>{count.toLocaleString("en-GB")}</b>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
