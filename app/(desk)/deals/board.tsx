import type { Route } from "next";
import Link from "next/link";

import { moveDealAction } from "./actions.ts";
import { Icon } from "#components/icon.tsx";
import { MoveDialog } from "#components/move-dialog.tsx";
import { addressOf } from "#components/pager.tsx";
import { StageAge } from "#components/stage-age.tsx";
import { sayMoney, saySums, totals } from "#lib/deals/money.ts";
import type { DealCard, StageOption, StageSum } from "#lib/deals/queries.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate } from "#lib/follow-up/say-when.ts";

type Props = { stages: StageOption[]; sums: StageSum[]; cards: DealCard[]; now: Date; viewerZone: string };

/** The open stages side by side: a solid card stands where they agreed, a dashed one where we hope (G1). */
export function Board({ stages, sums, cards, now, viewerZone }: Props) {
  const open = stages.filter(({ kind }) => kind === "open");
  const today = dateOf(localDay(viewerZone, now));
  return (
    <>
      <div className="board" style={{ "--columns": open.length } as React.CSSProperties}>
        {open.map((stage) => (
          <Column
            key={stage.id}
            stage={stage}
            sums={sums.filter(({ stageId }) => stageId === stage.id)}
            cards={cards.filter(({ stageId }) => stageId === stage.id)}
            now={now}
            today={today}
          />
        ))}
      </div>
      <MoveDialog stages={stages} action={moveDealAction} />
    </>
  );
}

function Column({ stage, sums, cards, now, today }: { stage: StageOption; sums: StageSum[]; cards: DealCard[]; now: Date; today: string }) {
  const count = sums.reduce((sum, each) => sum + each.count, 0);
  const agreed = saySums(sums.map((each) => ({ currency: each.currency, amount: each.agreed })));
  const hoped = saySums(sums.map((each) => ({ currency: each.currency, amount: each.hoped })));
  const split = [agreed && `${agreed} agreed`, hoped && `${hoped} hoped`].filter(Boolean).join(", ");
  return (
    <section className="column" aria-labelledby={`stage-${stage.id}`}>
      <header>
        <h2 id={`stage-${stage.id}`}>
          {stage.name} <span>{count}</span>
          <span className="num column-sum">{saySums(totals(sums))}</span>
        </h2>
        {sums.length === 1 ? <Split {...sums[0]!} /> : null}
        <p className="meta">{split || "no amounts yet"}</p>
      </header>
      <div className="cards">
        {cards.map((deal) => (
          <Card key={deal.id} deal={deal} usualDays={stage.usualDays} now={now} today={today} />
        ))}
      </div>
      {count > cards.length ? (
        <Link className="remedy column-more" href={addressOf("/deals", { view: "table", stage: stage.id })} prefetch={false}>
          {count - cards.length} more in the table
        </Link>
      ) : null}
    </section>
  );
}

/** Agreed and hoped as parts of one bar; the words stand below it. */
function Split({ agreed, hoped }: { agreed: number; hoped: number }) {
  const share = agreed + hoped > 0 ? Math.round((agreed / (agreed + hoped)) * 100) : 0;
  return (
    <div className="split" aria-hidden="true">
      {share > 0 ? <i style={{ "--w": `${share}%` } as React.CSSProperties} /> : null}
      {share < 100 ? <i className="hoped" style={{ "--w": `${100 - share}%` } as React.CSSProperties} /> : null}
    </div>
  );
}

function Card({ deal, usualDays, now, today }: { deal: DealCard; usualDays: number; now: Date; today: string }) {
  const paused = deal.pausedUntil?.toISOString().slice(0, 10);
  return (
    <article
      className={deal.agreed ? "card" : "card hoped"}
      data-row
      data-prospect-id={deal.prospectId ?? undefined}
      data-prospect-name={deal.prospectName ?? undefined}
    >
      <div className="card-top">
        <h3>
          <Link href={`/deals/${deal.id}` as Route} prefetch={false}>
            {deal.title}
          </Link>
        </h3>
        <span className="amount">{sayMoney(deal.amount, deal.currency)}</span>
      </div>
      <p className="with cut">{[deal.prospectName, deal.companyName].filter(Boolean).join(", ")}</p>
      <Step deal={deal} today={today} />
      {paused && paused > today ? (
        <p className="step t-confirm">
          <Icon name="pause" />
          <span>Paused by them until {sayDate(paused, today)}</span>
        </p>
      ) : null}
      <StageAge since={deal.stageSince} usualDays={usualDays} now={now} />
      <p className="card-move">
        <a
          className="remedy"
          href={`/deals/${deal.id}#move`}
          data-move-deal={deal.id}
          data-version={deal.version}
          data-stage={deal.stageId}
          data-title={deal.title}
        >
          {deal.agreed ? "Move" : "Ask them, or move it"}
          <span className="sr">: {deal.title}</span>
        </a>
      </p>
    </article>
  );
}

function Step({ deal, today }: { deal: DealCard; today: string }) {
  const due = deal.stepDueOn ? ` by ${sayDate(deal.stepDueOn.toISOString().slice(0, 10), today)}` : "";
  const agreed = deal.step ? deal.stepAgreed === true : deal.agreed;
  return (
    <p className={agreed ? "step t-welcome" : "step t-none"}>
      <Icon name={agreed ? "agree" : "hope"} />
      <span>
        <b>{agreed ? "Agreed" : "Hoped"}</b> {deal.step ? `${deal.step}${due}` : agreed ? "to this stage" : "no next step they agreed to"}
      </span>
    </p>
  );
}
