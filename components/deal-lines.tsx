import type { Route } from "next";
import Link from "next/link";

import { Agreed } from "#components/agreed.tsx";
import { StageAge } from "#components/stage-age.tsx";
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
};

/** Deals as a table: whom with, where each stands and whether that is agreed, how long, how much. */
export function DealLines({ deals, now }: { deals: Deal[]; now: Date }) {
  return (
    <table className="list deal-list">
      <thead>
        <tr>
          <th scope="col">Deal</th>
          <th scope="col">Stage</th>
          <th scope="col">In this stage</th>
          <th scope="col" className="l-close">
            They decide by
          </th>
          <th scope="col" className="num">
            Amount
          </th>
          <th scope="col">Owner</th>
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
            <td className="l-stage">
              {deal.stageName} {deal.stageKind === "open" ? <Agreed agreed={deal.agreed} /> : null}
            </td>
            <td className="l-age">
              {deal.stageKind === "open" ? <StageAge since={deal.stageSince} usualDays={deal.usualDays} now={now} /> : null}
            </td>
            <td className="l-close">{deal.closeOn ? <CloseOn on={toDay(deal.closeOn)!} from={deal.closeOnFrom} now={now} /> : null}</td>
            <td className="num l-amount">{sayMoney(deal.amount, deal.currency)}</td>
            <td className="l-owner">
              <span className="cut">{deal.ownerName}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CloseOn({ on, from, now }: { on: string; from: string | null; now: Date }) {
  return (
    <>
      {sayDate(on, now.toISOString().slice(0, 10))} <span className="meta cut">{sayOrigin(from)}</span>
    </>
  );
}
