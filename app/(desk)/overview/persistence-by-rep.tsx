import { type RepMeasure, type RepRow, stopsAtTwo } from "#lib/insight/overview.ts";
import type { Policy } from "#lib/policy/policy.ts";

type Props = { reps: RepRow[]; numbers: Policy["persistence"] };
type Measured = RepRow & { persistence: RepMeasure };

/** Too little to the left, too much to the right, both always shown: one could hide the other (D3, P2). Measured every night. */
export function PersistenceByRep({ reps, numbers }: Props) {
  const measured = reps
    .filter((rep): rep is Measured => rep.persistence !== null)
    .toSorted((a, b) => strain(b.persistence) - strain(a.persistence));
  return (
    <section className="block" aria-labelledby="persistence">
      <div className="head">
        <h2 id="persistence">Persistence by rep</h2>
        <span className="meta">mean of their prospects, from 0 to 1, measured overnight</span>
      </div>
      {measured.length === 0 ? <p className="soft">Not measured yet. The first night counts every prospect that was worked on.</p> : null}
      <ul className="lines persistence">
        {measured.map(({ userId, name, persistence }) => (
          <li key={userId} data-row>
            <b className="cut">{name}</b>
            <Scale {...persistence} />
            <span className="what">
              {persistence.neglect.toFixed(2)} too little · {persistence.push.toFixed(2)} too much
              <span className="soft">
                {" "}
                over {persistence.people} {persistence.people === 1 ? "prospect" : "prospects"}
              </span>
              {stopsAtTwo(persistence, numbers) ? (
                <strong>
                  {" "}
                  Stops at two: {persistence.stoppedShort} of {persistence.abandoned} given up after at most two touches.
                </strong>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const strain = ({ push, neglect }: RepMeasure) => Math.max(push, neglect);

function Scale({ push, neglect }: Pick<RepMeasure, "push" | "neglect">) {
  return (
    <span className="scale" aria-hidden="true">
      <i className="little" style={{ width: `${(neglect * 100).toFixed(1)}%` }} />
      <i className="much" style={{ width: `${(push * 100).toFixed(1)}%` }} />
    </span>
  );
}
