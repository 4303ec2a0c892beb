import Link from "next/link";

import { Count } from "./count.tsx";
import type { RepRow } from "#lib/insight/overview.ts";

const few = 12;

/** What each rep did and plans, and what waits for them: too much and too little stand side by side (P2). */
export function Reps({ reps, all }: { reps: RepRow[]; all: boolean }) {
  const shown = all ? reps : reps.slice(0, few);
  const most = Math.max(1, ...reps.map(({ doneWeek, plannedWeek }) => doneWeek + plannedWeek));
  return (
    <section className="block" aria-labelledby="reps">
      <div className="head">
        <h2 id="reps">Touches by rep</h2>
        <span className="meta">most left alone first</span>
      </div>
      <p className="key">
        <span>
          <i className="done" />
          done this week
        </span>
        <span>
          <i className="planned" />
          planned until Sunday
        </span>
      </p>
      <table className="table reps">
        <thead>
          <tr>
            <th scope="col">Rep</th>
            <th scope="col" className="bar-cell">
              <span className="sr">This week as a bar</span>
            </th>
            <th scope="col" className="num">
              Done
            </th>
            <th scope="col" className="num">
              Planned
            </th>
            <th scope="col" className="num">
              7 days
            </th>
            <th scope="col" className="num">
              Overdue
            </th>
            <th scope="col" className="num">
              Held
            </th>
            <th scope="col" className="num">
              Left alone
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((rep) => (
            <Rep key={rep.userId} rep={rep} most={most} />
          ))}
        </tbody>
      </table>
      {reps.length > shown.length ? (
        <p className="all-of">
          <Link href={"/overview?reps=all"} prefetch={false}>
            Show all {reps.length}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Rep({ rep, most }: { rep: RepRow; most: number }) {
  const { userId, name } = rep;
  const width = (count: number) => ({ width: `${((count / most) * 100).toFixed(1)}%` });
  return (
    <tr data-row>
      <th scope="row" className="cut">
        {name}
      </th>
      <td className="bar-cell" aria-hidden="true">
        <span className="rep-bar">
          <i className="done" style={width(rep.doneWeek)} />
          <i className="planned" style={width(rep.plannedWeek)} />
        </span>
      </td>
      <td className="num">
        <Count count={rep.doneWeek} of={`touches by ${name} this week`} path="/overview/touches" query={{ rep: userId }} />
      </td>
      <td className="num">
        <Count count={rep.plannedWeek} of={`follow-ups ${name} plans until Sunday`} path="/overview/plans" query={{ rep: userId }} />
      </td>
      <td className="num">
        <Count
          count={rep.doneSeven}
          of={`touches by ${name} in seven days`}
          path="/overview/touches"
          query={{ rep: userId, period: "seven" }}
        />
      </td>
      <td className="num">
        <Count count={rep.overdue} of={`overdue follow-ups of ${name}`} path="/overview/plans" query={{ rep: userId, show: "overdue" }} />
      </td>
      <td className="num">
        <Count count={rep.held} of={`held follow-ups of ${name}`} path="/overview/plans" query={{ rep: userId, show: "held" }} />
      </td>
      <td className="num">
        <Count
          count={rep.leftAlone}
          of={`prospects of ${name} left alone`}
          path="/prospects"
          query={{ state: "left-alone", owner: userId }}
        />
      </td>
    </tr>
  );
}
