import Link from "next/link";
import type { ReactNode } from "react";

import { CrumbName } from "#components/crumb.tsx";
import { Empty } from "#components/empty.tsx";
import { PageHead } from "#components/page-head.tsx";
import { addressOf, Pager } from "#components/pager.tsx";
import { Tabs } from "#components/tabs.tsx";
import { sayClock, sayWhen } from "#lib/follow-up/say-when.ts";
import type { Page } from "#lib/keyset.ts";

export type Tab = { name: string; query: Record<string, string | undefined>; current: boolean };
export type Line = {
  id: string;
  prospectId: string;
  name: string;
  companyName: string | null;
  at: Date;
  what: ReactNode;
  by: string | null;
};

type Props = {
  title: string;
  note: string;
  path: string;
  query: Record<string, string | undefined>;
  tabs: Tab[];
  page: Page<Line>;
  empty: string;
  zone: string;
  now: Date;
};

/** A list behind a number of the overview: when, who, what, by whom, fifty at a time. */
export function Behind({ title, note, path, query, tabs, page, empty, zone, now }: Props) {
  return (
    <>
      <CrumbName name={title} />
      <PageHead title={title} note={note} />
      {tabs.length > 1 ? (
        <Tabs tabs={tabs.map(({ name, query: asked, current }) => ({ name, href: addressOf(path, asked), isCurrent: current }))} />
      ) : null}
      {page.rows.length === 0 ? (
        <Empty title="Nothing here" acts={<BackToOverview />}>
          {empty}
        </Empty>
      ) : (
        <ol className="behind">
          {page.rows.map((line) => (
            <BehindLine key={`${line.id} ${line.at.getTime()}`} line={line} zone={zone} now={now} />
          ))}
        </ol>
      )}
      <Pager path={path} query={query} next={page.next} previous={page.previous} />
    </>
  );
}

function BehindLine({ line: { prospectId, name, companyName, at, what, by }, zone, now }: { line: Line; zone: string; now: Date }) {
  return (
    <li data-row data-prospect-id={prospectId} data-prospect-name={name}>
      <time className="meta" dateTime={at.toISOString()}>
        {sayWhen(zone, at, now)}, {sayClock(zone, at)}
      </time>
      <span className="who">
        <Link href={addressOf(`/prospects/${prospectId}`, {})} prefetch={false}>
          {name}
        </Link>
        {companyName ? <span className="meta">{companyName}</span> : null}
      </span>
      <span className="what">{what}</span>
      <span className="by meta">{by}</span>
    </li>
  );
}

function BackToOverview() {
  return (
    <Link className="btn btn-main" href={addressOf("/overview", {})}>
      Back to the overview
    </Link>
  );
}
