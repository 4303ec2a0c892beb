import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { viewActions } from "../../view-actions-of.ts";
import { Board } from "../board.tsx";
import { ColumnChoice } from "#components/column-choice.tsx";
import { DealLines } from "#components/deal-lines.tsx";
import { Empty } from "#components/empty.tsx";
import { ListFilters } from "#components/list-filters.tsx";
import { PageHead } from "#components/page-head.tsx";
import { addressOf, Pager } from "#components/pager.tsx";
import { Views } from "#components/views.tsx";
import { saySums, totals } from "#lib/deals/money.ts";
import { askedOfDeals, dealColumnNames, DealListQuery, usualDealColumns } from "#lib/deals/list.ts";
import { listBoard, listDeals, listStages, type StageOption, type StageSum, sumStages } from "#lib/deals/queries.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { listViews } from "#lib/views/queries.ts";
import { readQuery } from "#lib/views/saved-view.ts";

export const metadata: Metadata = { title: "Deals" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DealsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const now = requestTime();
  const query = DealListQuery.parse(await searchParams);
  const isBoard = query.view === "board";
  const [stages, sums, cards, page, views] = await Promise.all([
    listStages(actor),
    sumStages(actor, query.owner),
    isBoard ? listBoard({ actor, now }, query.owner, query.stage && query.cursor ? query : null) : [],
    isBoard ? null : listDeals({ actor, now }, query),
    listViews(actor, "deals"),
  ]);
  const asked = askedOfDeals(query);
  const isEmpty = isBoard ? cards.length === 0 : page!.rows.length === 0;

  return (
    <>
      <PageHead title="Deals" note={sayOpen(stages, sums)}>
        <nav className="views" aria-label="View">
          <Link className="btn" href={addressOf("/deals", { ...asked, view: "", stage: "" })} aria-current={isBoard || undefined}>
            Board
          </Link>
          <Link className="btn" href={addressOf("/deals", { ...asked, view: "table" })} aria-current={!isBoard || undefined}>
            Table
          </Link>
        </nav>
        <Link className="btn btn-main" href={"/deals/new" as Route} prefetch={false}>
          Open a deal
        </Link>
      </PageHead>
      <Views list="deals" all="All deals" query={readQuery("deals", query)} views={views} actions={viewActions} />
      <ListFilters label="Narrow the deals">
        {isBoard ? null : <input type="hidden" name="view" value="table" />}
        <label className="list-filter">
          <span>Whose</span>
          <select name="owner" defaultValue={query.owner}>
            <option value="">Everyone’s</option>
            <option value="me">Mine</option>
          </select>
        </label>
        {isBoard ? null : (
          <label className="list-filter">
            <span>Stage</span>
            <select name="stage" defaultValue={query.stage}>
              <option value="">All</option>
              {stages.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {isBoard ? null : <ColumnChoice names={dealColumnNames} shown={query.cols} usual={usualDealColumns} />}
        {isBoard ? <Ended stages={stages} sums={sums} owner={query.owner} /> : null}
      </ListFilters>
      {isEmpty ? <NoDeals narrowed={Boolean(query.owner || query.stage)} /> : null}
      {isBoard && !isEmpty ? (
        <Board {...{ stages, sums, cards, now }} viewerZone={actor.timeZone} owner={query.owner} paged={query.cursor ? query.stage : ""} />
      ) : null}
      {page && !isEmpty ? <DealLines deals={page.rows} columns={query.cols} viewerZone={actor.timeZone} now={now} /> : null}
      {page ? <Pager path="/deals" query={asked} next={page.next} previous={page.previous} /> : null}
    </>
  );
}

/** "12 open, €621,000". */
function sayOpen(stages: StageOption[], sums: StageSum[]): string {
  const open = new Set(stages.filter(({ kind }) => kind === "open").map(({ id }) => id));
  const counted = sums.filter(({ stageId }) => open.has(stageId));
  const count = counted.reduce((sum, each) => sum + each.count, 0);
  return count === 0
    ? "A deal moves when they have agreed to the next step"
    : [`${count} open`, saySums(totals(counted))].filter(Boolean).join(", ");
}

/** What ended stands outside the board: how many, and the way to them. */
function Ended({ stages, sums, owner }: { stages: StageOption[]; sums: StageSum[]; owner: string }) {
  return stages
    .filter(({ kind }) => kind !== "open")
    .map(({ id, name }) => {
      const count = sums.filter(({ stageId }) => stageId === id).reduce((sum, each) => sum + each.count, 0);
      return count > 0 ? (
        <Link key={id} className="ended" href={addressOf("/deals", { view: "table", stage: id, owner })} prefetch={false}>
          {name} {count}
        </Link>
      ) : null;
    });
}

function NoDeals({ narrowed }: { narrowed: boolean }) {
  const open = (
    <Link className={narrowed ? "btn" : "btn btn-main"} href={"/deals/new" as Route}>
      Open a deal
    </Link>
  );
  const all = (
    <Link className="btn btn-main" href={"/deals" as Route}>
      Show all
    </Link>
  );
  return (
    <Empty
      title={narrowed ? "No deal matches" : "No deals yet"}
      acts={
        <>
          {narrowed ? all : null}
          {open}
        </>
      }
    >
      {narrowed
        ? "Look with fewer filters."
        : "Open one when somebody has a decision to make that you can help with. It moves when they agree to the next step (G1)."}
    </Empty>
  );
}
