import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";

import { viewActions } from "../../view-actions-of.ts";
import { ColumnChoice } from "#components/column-choice.tsx";
import { Empty } from "#components/empty.tsx";
import { Icon } from "#components/icon.tsx";
import { ListFilters } from "#components/list-filters.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { Views } from "#components/views.tsx";
import {
  askedOfCompanies,
  type CompanyColumn,
  CompanyListQuery,
  companyColumnNames,
  companySortNames,
  usualCompanyColumns,
} from "#lib/companies/list.ts";
import { type CompanyRow, listCompanies } from "#lib/companies/queries.ts";
import { sayWhen } from "#lib/follow-up/say-when.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { countryName } from "#lib/prospects/countries.ts";
import { listViews } from "#lib/views/queries.ts";
import { readQuery } from "#lib/views/saved-view.ts";

export const metadata: Metadata = { title: "Companies" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CompaniesPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const query = CompanyListQuery.parse(await searchParams);
  const [page, views] = await Promise.all([listCompanies(actor, query), listViews(actor, "companies")]);
  const asked = askedOfCompanies(query);

  return (
    <>
      <PageHead title="Companies">
        <Link className="btn btn-main" href={"/companies/new" as Route} prefetch={false}>
          Add a company
        </Link>
      </PageHead>
      <Views list="companies" all="All companies" query={readQuery("companies", query)} views={views} actions={viewActions} />
      <ListFilters label="Narrow the list">
        <label className="list-search">
          <span className="sr">Search by name or website</span>
          <Icon name="search" />
          <input type="search" name="q" defaultValue={query.q} placeholder="Name or website" autoComplete="off" maxLength={200} />
        </label>
        <label className="list-filter">
          <span>Show</span>
          <select name="state" defaultValue={asked.state}>
            <option value="">Current</option>
            <option value="archived">Archived</option>
          </select>
        </label>
        <label className="list-filter">
          <span>By</span>
          <select name="sort" defaultValue={asked.sort}>
            <option value="">{companySortNames.name}</option>
            <option value="recent">{companySortNames.recent}</option>
          </select>
        </label>
        <ColumnChoice names={companyColumnNames} shown={query.cols} usual={usualCompanyColumns} />
      </ListFilters>
      {page.rows.length > 0 ? (
        <CompanyTable rows={page.rows} columns={query.cols} zone={actor.timeZone} now={requestTime()} />
      ) : (
        <NoCompany narrowed={Boolean(asked.q || asked.state)} />
      )}
      <Pager path="/companies" query={asked} next={page.next} previous={page.previous} />
    </>
  );
}

type TableProps = { rows: CompanyRow[]; columns: CompanyColumn[]; zone: string; now: Date };

function CompanyTable({ rows, columns, zone, now }: TableProps) {
  const isCount = (column: CompanyColumn) => (column === "people" || column === "deals" ? "num " : "");
  return (
    <table className="list company-list">
      <thead>
        <tr>
          <th scope="col">Name</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={`${isCount(column)}h-${column}`}>
              {companyColumnNames[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row>
            <th scope="row">
              <Link className="cut" href={`/companies/${row.id}` as Route} prefetch={false}>
                {row.name}
              </Link>
              {row.domain ? <span className="meta cut">{row.domain}</span> : null}
            </th>
            {columns.map((column) => (
              <td key={column} className={`${isCount(column)}l-${column}`}>
                {cell[column](row, zone, now)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cell: Record<CompanyColumn, (row: CompanyRow, zone: string, now: Date) => ReactNode> = {
  country: ({ country }) => (country ? countryName(country) : ""),
  people: ({ people }) => <Count of={people} one="person" many="people" />,
  deals: ({ openDeals }) => (openDeals ? <Count of={openDeals} one="open deal" many="open deals" /> : ""),
  last: ({ lastTouchAt }, zone, now) => (lastTouchAt ? sayWhen(zone, lastTouchAt, now) : "none yet"),
  owner: ({ ownerName }) => <span className="cut">{ownerName}</span>,
  added: ({ createdAt }, zone, now) => sayWhen(zone, createdAt, now),
};

function Count({ of, one, many }: { of: number; one: string; many: string }) {
  return (
    <>
      {of}
      <span className="narrow-only"> {of === 1 ? one : many}</span>
    </>
  );
}

function NoCompany({ narrowed }: { narrowed: boolean }) {
  const add = (
    <Link className={narrowed ? "btn" : "btn btn-main"} href={"/companies/new" as Route}>
      Add a company
    </Link>
  );
  if (!narrowed)
    return (
      <Empty title="No companies yet" acts={add}>
        They come with the people you add or import; a company without people can be added by hand.
      </Empty>
    );
  const all = (
    <Link className="btn btn-main" href={"/companies" as Route}>
      Show all
    </Link>
  );
  return (
    <Empty
      title="No company matches"
      acts={
        <>
          {all}
          {add}
        </>
      }
    >
      Check the spelling or try fewer words. Accents and capitals do not matter.
    </Empty>
  );
}
