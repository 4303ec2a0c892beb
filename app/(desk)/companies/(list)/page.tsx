import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { Empty } from "#components/empty.tsx";
import { Icon } from "#components/icon.tsx";
import { ListFilters } from "#components/list-filters.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { type CompanyRow, CompanyListQuery, listCompanies } from "#lib/companies/queries.ts";
import { sayWhen } from "#lib/follow-up/say-when.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { countryName } from "#lib/prospects/countries.ts";

export const metadata: Metadata = { title: "Companies" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CompaniesPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const query = CompanyListQuery.parse(await searchParams);
  const page = await listCompanies(actor, query);
  const asked = { q: query.q, state: query.state === "archived" ? "archived" : "" };

  return (
    <>
      <PageHead title="Companies">
        <Link className="btn btn-main" href={"/companies/new" as Route} prefetch={false}>
          Add a company
        </Link>
      </PageHead>
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
      </ListFilters>
      {page.rows.length > 0 ? (
        <CompanyTable rows={page.rows} zone={actor.timeZone} now={requestTime()} />
      ) : (
        <NoCompany narrowed={Boolean(asked.q || asked.state)} />
      )}
      <Pager path="/companies" query={asked} next={page.next} previous={page.previous} />
    </>
  );
}

function CompanyTable({ rows, zone, now }: { rows: CompanyRow[]; zone: string; now: Date }) {
  return (
    <table className="list company-list">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Country</th>
          <th scope="col" className="num">
            People
          </th>
          <th scope="col" className="num">
            Open deals
          </th>
          <th scope="col">Last exchange</th>
          <th scope="col">Owner</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, domain, country, people, openDeals, lastTouchAt, ownerName }) => (
          <tr key={id} data-row>
            <th scope="row">
              <Link className="cut" href={`/companies/${id}` as Route} prefetch={false}>
                {name}
              </Link>
              {domain ? <span className="meta cut">{domain}</span> : null}
            </th>
            <td className="l-country">{country ? countryName(country) : ""}</td>
            <td className="num l-people">
              {people}
              <span className="narrow-only"> {people === 1 ? "person" : "people"}</span>
            </td>
            <td className="num l-deals">
              {openDeals || ""}
              {openDeals ? <span className="narrow-only"> open {openDeals === 1 ? "deal" : "deals"}</span> : null}
            </td>
            <td className="l-last">{lastTouchAt ? sayWhen(zone, lastTouchAt, now) : "none yet"}</td>
            <td className="l-owner">
              <span className="cut">{ownerName}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
