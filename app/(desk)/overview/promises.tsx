import { KeptRate } from "#components/kept-rate.tsx";
import type { RepPromises } from "#lib/insight/promise-queries.ts";

/** How promises were kept, by rep (D8, P4). */
export function Promises({ reps }: { reps: RepPromises[] }) {
  return (
    <section className="block" aria-labelledby="promises">
      <div className="head">
        <h2 id="promises">Promises by rep</h2>
        <span className="meta">ninety days, and what is open</span>
      </div>
      {reps.length === 0 ? <p className="soft">Nothing was promised yet. A next step that we owe is a promise.</p> : null}
      <ul className="promises">
        {reps.map(({ userId, name, kept }) => (
          <li key={userId} data-row>
            <b className="cut">{name}</b>
            <KeptRate kept={kept} />
          </li>
        ))}
      </ul>
    </section>
  );
}
