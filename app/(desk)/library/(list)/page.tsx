import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { LibraryParts } from "../library-parts.tsx";
import { Empty } from "#components/empty.tsx";
import { ListFilters } from "#components/list-filters.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { Reception } from "#components/reception.tsx";
import { Validity } from "#components/validity.tsx";
import { toDay } from "#lib/field.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { assetKindNames, lastDay } from "#lib/value/asset.ts";
import { AssetListQuery, type AssetRow, listAssets } from "#lib/value/queries.ts";

export const metadata: Metadata = { title: "Library" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LibraryPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const query = AssetListQuery.parse(await searchParams);
  const page = await listAssets(actor, query);
  const asked = { kind: query.kind, state: query.state === "archived" ? "archived" : "" };
  const today = dateOf(localDay(actor.timeZone, requestTime()));

  return (
    <>
      <PageHead title="Library" note="What you can bring people, and how it was received">
        <Link className="btn btn-main" href={"/library/new" as Route} prefetch={false}>
          Add something
        </Link>
      </PageHead>
      <LibraryParts here="shelf" />
      <ListFilters label="Narrow the library">
        <label className="list-filter">
          <span>Kind</span>
          <select name="kind" defaultValue={asked.kind}>
            <option value="">All</option>
            {Object.entries(assetKindNames).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="list-filter">
          <span>Show</span>
          <select name="state" defaultValue={asked.state}>
            <option value="">On the shelf</option>
            <option value="archived">Archived</option>
          </select>
        </label>
      </ListFilters>
      {page.rows.length > 0 ? <Shelf rows={page.rows} today={today} /> : <EmptyShelf narrowed={Boolean(asked.kind || asked.state)} />}
      <Pager path="/library" query={asked} next={page.next} previous={page.previous} />
    </>
  );
}

function Shelf({ rows, today }: { rows: AssetRow[]; today: string }) {
  return (
    <table className="list asset-list">
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col">Kind</th>
          <th scope="col">Good until</th>
          <th scope="col" className="num">
            Given
          </th>
          <th scope="col">Received</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((asset) => (
          <tr key={asset.id} data-row>
            <th scope="row">
              <Link className="cut" href={`/library/${asset.id}` as Route} prefetch={false}>
                {asset.title}
              </Link>
              {asset.summary ? <span className="meta cut">{asset.summary}</span> : null}
            </th>
            <td className="l-kind">{assetKindNames[asset.kind]}</td>
            <td className="l-until">
              <Validity expiresOn={toDay(lastDay(asset))} today={today} />
            </td>
            <td className="num l-given">
              {asset.given}
              <span className="narrow-only"> given</span>
            </td>
            <td className="l-received">
              <Reception counts={asset} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EmptyShelf({ narrowed }: { narrowed: boolean }) {
  const add = (
    <Link className={narrowed ? "btn" : "btn btn-main"} href={"/library/new" as Route}>
      Add something
    </Link>
  );
  const all = (
    <Link className="btn btn-main" href={"/library" as Route}>
      Show all
    </Link>
  );
  return (
    <Empty
      title={narrowed ? "Nothing of this kind" : "The shelf is empty"}
      acts={
        <>
          {narrowed ? all : null}
          {add}
        </>
      }
    >
      {narrowed
        ? "Look at all kinds, or add one."
        : "Put here what helps people: an article, a checklist, an invitation, an hour of your help. Every touch brings something (V2), and nobody gets the same twice (V3)."}
    </Empty>
  );
}
