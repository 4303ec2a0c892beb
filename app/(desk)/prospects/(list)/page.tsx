import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { ProspectTable } from "./prospect-table.tsx";
import { Empty } from "#components/empty.tsx";
import { Icon } from "#components/icon.tsx";
import { ListFilters } from "#components/list-filters.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { listColleagues } from "#lib/people/queries.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { isNarrowed, ProspectListQuery, sortNames, stateNames } from "#lib/prospects/list.ts";
import { listProspects } from "#lib/prospects/queries.ts";

export const metadata: Metadata = { title: "Prospects" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProspectsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const now = requestTime();
  const query = ProspectListQuery.parse(await searchParams);
  const [page, owners] = await Promise.all([listProspects({ actor, now }, query), listColleagues(actor)]);
  const { q, owner, state, sort } = query;
  const asked = { q, owner, state: state === "all" ? "" : state, sort: sort === "name" ? "" : sort };

  return (
    <>
      <PageHead title="Prospects">
        <Link className="btn" href={"/import" as Route} prefetch={false}>
          <Icon name="import" />
          Import
        </Link>
        <Link className="btn btn-main" href={"/prospects/new" as Route} prefetch={false}>
          Add a person
        </Link>
      </PageHead>
      <ListFilters label="Narrow the list">
        <label className="list-search">
          <span className="sr">Search by name, company or e-mail</span>
          <Icon name="search" />
          <input type="search" name="q" defaultValue={q} placeholder="Name, company or e-mail" autoComplete="off" maxLength={200} />
        </label>
        <Filter
          label="Show"
          name="state"
          value={asked.state}
          options={Object.entries(stateNames).map(([key, name]) => [key === "all" ? "" : key, name])}
        />
        {owners.length > 1 ? (
          <Filter
            label="Owner"
            name="owner"
            value={owner}
            options={[
              ["", "Anyone"],
              ["me", "Me"],
              ...owners.filter(({ userId }) => userId !== actor.userId).map(({ userId, name }): [string, string] => [userId, name]),
            ]}
          />
        ) : null}
        <Filter
          label="By"
          name="sort"
          value={asked.sort}
          options={Object.entries(sortNames).map(([key, name]) => [key === "name" ? "" : key, name])}
        />
      </ListFilters>
      {page.rows.length > 0 ? (
        <ProspectTable rows={page.rows} viewerZone={actor.timeZone} now={now} />
      ) : (
        <Nobody narrowed={isNarrowed(query)} />
      )}
      <Pager path="/prospects" query={asked} next={page.next} previous={page.previous} />
    </>
  );
}

function Filter({ label, name, value, options }: { label: string; name: string; value: string; options: [string, string][] }) {
  return (
    <label className="list-filter">
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

function Nobody({ narrowed }: { narrowed: boolean }) {
  const add = (
    <Link className={narrowed ? "btn" : "btn btn-main"} href={"/prospects/new" as Route}>
      Add a person
    </Link>
  );
  if (narrowed)
    return (
      <Empty
        title="Nobody matches"
        acts={
          <>
            <Link className="btn btn-main" href={"/prospects" as Route}>
              Show everyone
            </Link>
            {add}
          </>
        }
      >
        Check the spelling, try fewer words, or look with fewer filters. Accents and capitals do not matter.
      </Empty>
    );
  return (
    <Empty
      title="Nobody here yet"
      acts={
        <>
          <Link className="btn btn-main" href={"/import" as Route}>
            Bring in leads
          </Link>
          {add}
        </>
      }
    >
      Bring in the leads you have from a file, or add one person by hand. From then on every touch is judged by what it brings them.
    </Empty>
  );
}
