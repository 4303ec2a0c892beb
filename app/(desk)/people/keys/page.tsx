import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { CrumbName } from "#components/crumb.tsx";
import { Empty } from "#components/empty.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { Cursor } from "#lib/list-address.ts";
import { type ApiKeyRow, listApiKeys } from "#lib/people/key-queries.ts";
import { listColleagues } from "#lib/people/queries.ts";
import { may } from "#lib/people/roles.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { env } from "#lib/platform/env.ts";
import { roleNames } from "../role-names.ts";
import { KeyForm } from "./key-form.tsx";
import { RevokeKey } from "./revoke-key.tsx";

export const metadata: Metadata = { title: "API keys" };

const Query = z.object({ cursor: Cursor });

export default async function KeysPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "manage-api-keys")) notFound();

  const { cursor } = Query.parse(await searchParams);
  const [page, colleagues] = await Promise.all([listApiKeys(actor, cursor), listColleagues(actor)]);
  const people = colleagues.map(({ userId, name, teamName }) => ({ userId, name, teamName }));
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: actor.timeZone });

  return (
    <>
      <CrumbName name="API keys" />
      <PageHead title="API keys" note="For sequencers, agents and scripts that ask whether a follow-up is welcome before they act." />
      <div className="people">
        <section aria-label="Keys">
          {page.rows.length > 0 ? <KeyTable keys={page.rows} day={day} /> : <NoKeys />}
          <Pager path="/people/keys" query={{}} next={page.next} previous={page.previous} />
        </section>
        <aside>
          <KeyForm people={people} self={actor.userId} />
          <Example base={new URL(env().BASE_URL).origin} />
        </aside>
      </div>
    </>
  );
}

function KeyTable({ keys, day }: { keys: ApiKeyRow[]; day: Intl.DateTimeFormat }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Works as</th>
          <th scope="col">Made by</th>
          <th scope="col">Last used</th>
          <th scope="col">
            <span className="sr">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ id, name, worksAs, role, madeBy, createdAt, lastUsedAt, endedWith }) => (
          <tr key={id} className={endedWith ? "gone" : undefined}>
            <th scope="row">
              <span className="who">{name}</span>
              {endedWith ? <span className="meta"> Refused: {endedWith} may not use it any more</span> : null}
            </th>
            <td>
              {worksAs} <span className="meta">{roleNames[role]}</span>
            </td>
            <td>
              {madeBy} <span className="meta">{day.format(createdAt)}</span>
            </td>
            <td>{lastUsedAt ? day.format(lastUsedAt) : <span className="meta">Not yet</span>}</td>
            <td className="num">
              <RevokeKey id={id} name={name} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NoKeys() {
  return (
    <Empty title="No keys yet">
      With a key another program can ask what Tactful would say of a follow-up, and stay off when it is not welcome. Nothing is written by
      asking. Make one, and give it to that program only.
    </Empty>
  );
}

function Example({ base }: { base: string }) {
  return (
    <section aria-labelledby="example">
      <h2 id="example">Ask before you act</h2>
      <pre className="api-call">
        {[
          `curl ${base}/api/v1/follow-ups/assess \\`,
          `  -H "Authorization: Bearer $TACTFUL_KEY" \\`,
          `  -H "Content-Type: application/json" \\`,
          `  -d @follow-up.json`,
        ].join("\n")}
      </pre>
      <p className="soft">
        What to put into the file, and what comes back, is in <a href={`${base}/api/v1/openapi.json`}>the OpenAPI description</a>.
      </p>
    </section>
  );
}
