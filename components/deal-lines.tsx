import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

import { Agreed } from "#components/agreed.tsx";
import { AskedOf } from "#components/asked-of.tsx";
import { StageAge } from "#components/stage-age.tsx";
import type { PulseReading } from "#lib/cadence/read-pulse.ts";
import { dealColumnNames, type DealColumn, usualDealColumns } from "#lib/deals/list.ts";
import { sayMoney } from "#lib/deals/money.ts";
import { sayOrigin } from "#lib/deals/their-date.ts";
import { toDay } from "#lib/field.ts";
import { sayDate } from "#lib/follow-up/say-when.ts";

type Deal = {
  id: string;
  title: string;
  amount: number;
  currency: string;
  agreed: boolean;
  stageName: string;
  stageKind: string;
  stageSince: Date;
  usualDays: number;
  closeOn: Date | null;
  closeOnFrom: string | null;
  prospectName: string | null;
  companyName: string | null;
  ownerName: string;
  step: string | null;
  pressure: PulseReading | null;
  lastOutboundAt: Date | null;
};
type Viewed = { now: Date; zone: string };
type Props = { deals: Deal[]; columns?: DealColumn[]; viewerZone: string; now: Date };

/** Deals as a table: whom with, where each stands and whether that is agreed, how long, how much – in the columns that were chosen. */
export function DealLines({ deals, columns = usualDealColumns, viewerZone: zone, now }: Props) {
  const isNumber = (column: DealColumn) => (column === "amount" ? "num " : "");
  return (
    <table className="list deal-list">
      <thead>
        <tr>
          <th scope="col">Deal</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={`${isNumber(column)}h-${column}`}>
              {dealColumnNames[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => (
          <tr key={deal.id} data-row>
            <th scope="row">
              <Link className="cut" href={`/deals/${deal.id}` as Route} prefetch={false}>
                {deal.title}
              </Link>
              <span className="meta cut">{[deal.prospectName, deal.companyName].filter(Boolean).join(", ")}</span>
            </th>
            {columns.map((column) => (
              <td key={column} className={`${isNumber(column)}l-${column}`}>
                {cell[column](deal, { now, zone })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cell: Record<DealColumn, (deal: Deal, viewed: Viewed) => ReactNode> = {
  stage: ({ stageName, stageKind, agreed }) => (
    <>
      {stageName} {stageKind === "open" ? <Agreed agreed={agreed} /> : null}
    </>
  ),
  age: ({ stageKind, stageSince, usualDays }, { now }) =>
    stageKind === "open" ? <StageAge since={stageSince} usualDays={usualDays} now={now} /> : null,
  pressure: ({ stageKind, pressure, lastOutboundAt }, viewed) =>
    stageKind === "open" && pressure ? <AskedOf {...{ pressure, lastOutboundAt }} {...viewed} /> : null,
  step: ({ step }) => <span className="cut">{step}</span>,
  closes: ({ closeOn, closeOnFrom }, { now }) => (closeOn ? <CloseOn on={toDay(closeOn)!} from={closeOnFrom} now={now} /> : null),
  amount: ({ amount, currency }) => sayMoney(amount, currency),
  owner: ({ ownerName }) => <span className="cut">{ownerName}</span>,
};

function CloseOn({ on, from, now }: { on: string; from: string | null; now: Date }) {
  return (
    <>
      {sayDate(on, toDay(now)!)} <span className="meta cut">{sayOrigin(from)}</span>
    </>
  );
}
