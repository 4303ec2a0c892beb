import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { Empty } from "#components/empty.tsx";
import { Icon } from "#components/icon.tsx";
import { ListFilters } from "#components/list-filters.tsx";
import { PageHead } from "#components/page-head.tsx";
import { addressOf } from "#components/pager.tsx";
import { groupIcons } from "#components/places.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findByWords } from "#lib/search/queries.ts";
import { type Found, Group, groupNames, type Hit, SearchQuery } from "#lib/search/search.ts";

export const metadata: Metadata = { title: "Search" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SearchPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { q, in: only, cursor } = SearchQuery.parse(await searchParams);
  const found = await findByWords({ actor, now: requestTime() }, q, only ? [only] : Group.options, { size: only ? 25 : 6, cursor });
  const groups = Group.options.flatMap((group) => (found[group]?.hits.length ? [{ group, ...found[group] }] : []));

  return (
    <>
      <PageHead title="Search" />
      <ListFilters label="Search">
        <label className="list-search">
          <span className="sr">Search people, companies, deals and notes</span>
          <Icon name="search" />
          <input type="search" name="q" defaultValue={q} placeholder="People, companies, deals, notes" autoComplete="off" maxLength={200} />
        </label>
        {only ? <input type="hidden" name="in" value={only} /> : null}
      </ListFilters>
      {only ? (
        <p className="found-only">
          {groupNames[only]} only. <Link href={addressOf("/search", { q })}>Search everything</Link>
          {cursor ? <Link href={addressOf("/search", { q, in: only })}>From the beginning</Link> : null}
        </p>
      ) : null}
      {groups.map((each) => (
        <FoundGroup key={each.group} q={q} {...each} />
      ))}
      {groups.length === 0 ? <Nothing asked={q.length > 1} /> : null}
    </>
  );
}

function FoundGroup({ q, group, hits, next }: Found & { q: string; group: Group }) {
  const exact = hits.filter(({ near }) => !near);
  const near = hits.filter((hit) => hit.near);
  return (
    <section className="found" aria-labelledby={`found-${group}`}>
      <h2 id={`found-${group}`}>
        <Icon name={groupIcons[group]} />
        {groupNames[group]}
      </h2>
      <Hits hits={exact} />
      {near.length > 0 ? <p className="meta">Spelt a little differently</p> : null}
      <Hits hits={near} />
      {next ? (
        <Link className="btn" href={addressOf("/search", { q, in: group, cursor: next })} prefetch={false}>
          More {groupNames[group].toLowerCase()}
        </Link>
      ) : null}
    </section>
  );
}

function Hits({ hits }: { hits: Hit[] }) {
  if (hits.length === 0) return null;
  return (
    <ul>
      {hits.map(({ id, href, name, detail }) => (
        <li key={id} data-row>
          <Link href={href as Route} prefetch={false}>
            <b>{name}</b> <span className="meta">{detail}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ asked }: { asked: boolean }) {
  if (!asked)
    return (
      <Empty title="What are you looking for?">
        A name, a company, the title of a deal, or a word somebody said. Accents, capitals and small slips do not matter.
      </Empty>
    );
  return (
    <Empty
      title="Nothing found"
      acts={
        <Link className="btn" href={"/prospects/new" as Route}>
          Add a person
        </Link>
      }
    >
      Try fewer words, or the beginning of one. You see what your team works with.
    </Empty>
  );
}
