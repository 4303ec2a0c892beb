import type { Route } from "next";
import Link from "next/link";

import { moveDealAction, undoMoveAction } from "./actions.ts";
import { BoardMoves } from "./board-moves.tsx";
import { AskedOf } from "#components/asked-of.tsx";
import { Icon } from "#components/icon.tsx";
import { MoveDialog } from "#components/move-dialog.tsx";
import { addressOf } from "#components/pager.tsx";
import { StageAge } from "#components/stage-age.tsx";
import { sayMoney, saySums, totals } from "#lib/deals/money.ts";
import { sayOrigin } from "#lib/deals/their-date.ts";
import { type BoardCard, olderThan, type StageOption, type StageSum } from "#lib/deals/queries.ts";
import { toDay } from "#lib/field.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate } from "#lib/follow-up/say-when.ts";

type Props = {
  stages: StageOption[];
  sums: StageSum[];
  cards: BoardCard[];
  now: Date;
  viewerZone: string;
  owner: string;
  /** The column that does not show its newest. */
  paged: string;
};
type Viewed = { now: Date; today: string; zone: string };

/** The open stages side by side: a solid card stands where they agreed, a dashed one where we hope (G1). */
export function Board({ stages, sums, cards, now, viewerZone, owner, paged }: Props) {
  const open = stages.filter(({ kind }) => kind === "open");
  const viewed = { now, today: dateOf(localDay(viewerZone, now)), zone: viewerZone };
  return (
    <div className="board-frame">
      <div className="board" style={{ "--columns": open.length } as React.CSSProperties}>
        {open.map((stage) => (
          <Column
            key={stage.id}
            stage={stage}
            sums={sums.filter(({ stageId }) => stageId === stage.id)}
            cards={cards.filter(({ stageId }) => stageId === stage.id)}
            viewed={viewed}
            owner={owner}
            isPaged={stage.id === paged}
          />
        ))}
      </div>
      <div className="board-ends" aria-hidden="true">
        {stages
          .filter(({ kind }) => kind !== "open")
          .map(({ id, name }) => (
            <div key={id} data-column={id} data-name={name}>
              {name}
            </div>
          ))}
      </div>
      <BoardMoves />
      <MoveDialog stages={stages} action={moveDealAction} undo={undoMoveAction} />
    </div>
  );
}

type ColumnProps = { stage: StageOption; sums: StageSum[]; cards: BoardCard[]; viewed: Viewed; owner: string; isPaged: boolean };

function Column({ stage, sums, cards, viewed, owner, isPaged }: ColumnProps) {
  const count = sums.reduce((sum, each) => sum + each.count, 0);
  const agreed = saySums(sums.map((each) => ({ currency: each.currency, amount: each.agreed })));
  const hoped = saySums(sums.map((each) => ({ currency: each.currency, amount: each.hoped })));
  const split = [agreed && `${agreed} agreed`, hoped && `${hoped} hoped`].filter(Boolean).join(", ");
  return (
    <section className="column" aria-labelledby={`stage-${stage.id}`} data-column={stage.id} data-name={stage.name}>
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
          <Card key={deal.id} deal={deal} usualDays={stage.usualDays} viewed={viewed} />
        ))}
      </div>
      {count > cards.length ? <ColumnFoot stage={stage} count={count} older={olderThan(cards)} owner={owner} isPaged={isPaged} /> : null}
    </section>
  );
}

type FootProps = { stage: StageOption; count: number; older: string | null; owner: string; isPaged: boolean };

/** A long column shows fifty at a time, the newest first. */
function ColumnFoot({ stage, count, older, owner, isPaged }: FootProps) {
  return (
    <nav className="column-more" aria-label={`More in ${stage.name}`}>
      {older ? (
        <Link className="remedy" href={addressOf("/deals", { owner, stage: stage.id, cursor: older })} prefetch={false} scroll={false}>
          The next 50
        </Link>
      ) : null}
      {isPaged ? (
        <Link className="remedy" href={addressOf("/deals", { owner })} prefetch={false} scroll={false}>
          The newest
        </Link>
      ) : null}
      <Link className="remedy" href={addressOf("/deals", { view: "table", owner, stage: stage.id })} prefetch={false}>
        All {count.toLocaleString("en-GB")} as a table
      </Link>
    </nav>
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

function Card({ deal, usualDays, viewed: { now, today, zone } }: { deal: BoardCard; usualDays: number; viewed: Viewed }) {
  const paused = deal.pausedUntil?.toISOString().slice(0, 10);
  return (
    <article
      className={deal.agreed ? "card" : "card hoped"}
      data-row
      data-card
      data-prospect-id={deal.prospectId ?? undefined}
      data-prospect-name={deal.prospectName ?? undefined}
    >
      <div className="card-top">
        <h3>
          <Link href={`/deals/${deal.id}` as Route} prefetch={false} draggable={false} aria-keyshortcuts="[ ]">
            {deal.title}
          </Link>
        </h3>
        <span className="amount">{sayMoney(deal.amount, deal.currency)}</span>
      </div>
      <p className="with cut">{[deal.prospectName, deal.companyName].filter(Boolean).join(", ")}</p>
      <Step deal={deal} today={today} />
      {deal.closeOn ? (
        <p className={deal.closeOnFrom === "guess" ? "close-on t-none" : "close-on"}>
          They decide by {sayDate(toDay(deal.closeOn)!, today)}, {sayOrigin(deal.closeOnFrom)}
        </p>
      ) : null}
      {paused && paused > today ? (
        <p className="step t-confirm">
          <Icon name="pause" />
          <span>Paused by them until {sayDate(paused, today)}</span>
        </p>
      ) : null}
      {deal.pressure && deal.pressure.word !== "paused" ? (
        <p className="asked-of">
          <AskedOf pressure={deal.pressure} lastOutboundAt={deal.lastOutboundAt} zone={zone} now={now} />
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
          data-amount={deal.amount}
          data-currency={deal.currency}
          data-close-on={toDay(deal.closeOn) ?? undefined}
        >
          {deal.agreed ? "Move" : "Ask them, or move it"}
          <span className="sr">: {deal.title}</span>
        </a>
      </p>
    </article>
  );
}

function Step({ deal, today }: { deal: BoardCard; today: string }) {
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
