import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { viewActions } from "../../view-actions-of.ts";
import { ProspectTable } from "./prospect-table.tsx";
import { ColumnChoice } from "#components/column-choice.tsx";
import { Empty } from "#components/empty.tsx";
import { Icon } from "#components/icon.tsx";
import { ListFilters } from "#components/list-filters.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { Views } from "#components/views.tsx";
import { listColleagues } from "#lib/people/queries.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { askedOfProspects, columnNames, isNarrowed, ProspectListQuery, sortNames, stateNames, usualColumns } from "#lib/prospects/list.ts";
import { listProspects } from "#lib/prospects/queries.ts";
import { findByWords } from "#lib/search/queries.ts";
import type { Hit } from "#lib/search/search.ts";
import { listViews } from "#lib/views/queries.ts";
import { readQuery } from "#lib/views/saved-view.ts";

export const metadata: Metadata = { title: "Prospects" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProspectsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const now = requestTime();
  const query = ProspectListQuery.parse(await searchParams);
  const [page, owners, views] = await Promise.all([
    listProspects({ actor, now }, query),
    listColleagues(actor),
    listViews(actor, "prospects"),
  ]);
  const { q, owner } = query;
  const asked = askedOfProspects(query);
  const near = q && page.rows.length === 0 ? (await findByWords({ actor, now }, q, ["people"], { size: 8 })).people!.hits : [];

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
      <Views list="prospects" all="Everyone" query={readQuery("prospects", query)} views={views} actions={viewActions} />
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
        <ColumnChoice names={columnNames} shown={query.cols} usual={usualColumns} />
      </ListFilters>
      {page.rows.length > 0 ? (
        <ProspectTable rows={page.rows} columns={query.cols} viewerZone={actor.timeZone} now={now} />
      ) : (
        <Nobody narrowed={isNarrowed(query)} near={near} />
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

function Nobody({ narrowed, near }: { narrowed: boolean; near: Hit[] }) {
  const add = (
    <Link className="btn" href={"/prospects/new" as Route}>
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
        {near.length > 0
          ? "Somebody is spelt a little differently, or outside these filters:"
          : "Try fewer words, or look with fewer filters. Accents and capitals do not matter."}
        {near.map(({ id, href, name, detail }) => (
          <span key={id} className="near">
            <Link href={href as Route}>{name}</Link> <span className="meta">{detail}</span>
          </span>
        ))}
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
