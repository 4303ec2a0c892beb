import Link from "next/link";

import { addressOf } from "#components/pager.tsx";
import { sayMoney } from "#lib/deals/money.ts";
import { byCurrency, type CurrencyPipeline, sayShort } from "#lib/insight/pipeline.ts";
import type { PipelineRow } from "#lib/insight/overview.ts";

/** Open deals by stage: what the other side agreed to, and what we only hope (G1). Each currency is drawn to its own scale. */
export function Pipeline({ rows }: { rows: PipelineRow[] }) {
  const currencies = byCurrency(rows);
  const deals = rows.reduce((sum, row) => sum + row.deals, 0);
  return (
    <section className="block" aria-labelledby="pipeline">
      <div className="head">
        <h2 id="pipeline">Pipeline, agreed and hoped</h2>
        <span className="meta">{deals === 1 ? "1 open deal" : `${deals.toLocaleString("en-GB")} open deals`}</span>
      </div>
      {deals === 0 ? (
        <p className="soft">No deal is open.</p>
      ) : (
        currencies.map((pipeline) => <Bars key={pipeline.currency} pipeline={pipeline} />)
      )}
      {deals > 0 ? (
        <>
          <p className="key">
            <span>
              <i className="done" />
              stage agreed
            </span>
            <span>
              <i className="planned" />
              hoped
            </span>
          </p>
          <AsTable currencies={currencies} />
        </>
      ) : null}
    </section>
  );
}

function Bars({ pipeline: { currency, agreed, hoped, most, stages } }: { pipeline: CurrencyPipeline }) {
  return (
    <>
      <p className="pipeline-sum">
        <b>{sayMoney(agreed, currency)} agreed</b> <span className="soft">by the buyer, {sayMoney(hoped, currency)} hoped for by us</span>
      </p>
      <ul className="bars">
        {stages.map((stage) => (
          <li key={stage.stageId} data-row>
            <Link className="cut" href={addressOf("/deals", { view: "table", stage: stage.stageId })} prefetch={false}>
              {stage.stage}
            </Link>
            <span className="bar" aria-hidden="true">
              <i className="done" style={{ width: `${((stage.agreed / most) * 100).toFixed(1)}%` }} />
              <i className="planned" style={{ width: `${((stage.hoped / most) * 100).toFixed(1)}%` }} />
            </span>
            <span className="bar-sum">
              <b>{sayShort(stage.agreed)}</b> + {sayShort(stage.hoped)}
              <span className="sr"> hoped</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function AsTable({ currencies }: { currencies: CurrencyPipeline[] }) {
  return (
    <details className="as-table">
      <summary>Show as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Deals</th>
            <th scope="col">Agreed</th>
            <th scope="col">Hoped</th>
          </tr>
        </thead>
        <tbody>
          {currencies.flatMap(({ currency, stages }) =>
            stages.map(({ stageId, stage, deals, agreed, hoped }) => (
              <tr key={`${stageId} ${currency}`}>
                <th scope="row">{stage}</th>
                <td>{deals.toLocaleString("en-GB")}</td>
                <td>{sayMoney(agreed, currency)}</td>
                <td>{sayMoney(hoped, currency)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  );
}
