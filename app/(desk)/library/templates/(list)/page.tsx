import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { LibraryParts } from "../../library-parts.tsx";
import { PhrasesFound } from "../phrases-found.tsx";
import { Empty } from "#components/empty.tsx";
import { ListFilters } from "#components/list-filters.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { channelNames } from "#lib/follow-up/vocabulary.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { listTemplates, TemplateListQuery, type TemplateRow } from "#lib/value/template-queries.ts";

export const metadata: Metadata = { title: "Message templates" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TemplatesPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const query = TemplateListQuery.parse(await searchParams);
  const page = await listTemplates(actor, query);
  const asked = { state: query.state === "archived" ? "archived" : "" };
  return (
    <>
      <PageHead title="Message templates" note="Beginnings of letters, filled with what is each person’s own">
        <WriteOne />
      </PageHead>
      <LibraryParts here="templates" />
      <ListFilters label="Narrow the templates">
        <label className="list-filter">
          <span>Show</span>
          <select name="state" defaultValue={asked.state}>
            <option value="">In use</option>
            <option value="archived">Archived</option>
          </select>
        </label>
      </ListFilters>
      {page.rows.length > 0 ? <Templates rows={page.rows} /> : <NoTemplates archived={asked.state !== ""} />}
      <Pager path="/library/templates" query={asked} next={page.next} previous={page.previous} />
    </>
  );
}

const WriteOne = () => (
  <Link className="btn btn-main" href={"/library/templates/new" as Route} prefetch={false}>
    Write a template
  </Link>
);

function Templates({ rows }: { rows: TemplateRow[] }) {
  return (
    <table className="list template-list">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">By</th>
          <th scope="col">Whose</th>
          <th scope="col">Wording</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((template) => (
          <tr key={template.id} data-row>
            <th scope="row">
              <Link className="cut" href={`/library/templates/${template.id}` as Route} prefetch={false}>
                {template.name}
              </Link>
              <span className="meta cut">{template.subject ?? template.body.split("\n")[0]}</span>
            </th>
            <td className="l-kind">{channelNames[template.channel]}</td>
            <td className="l-owner">
              <span className="cut">{template.isOwn ? (template.shared ? "Yours, for the team" : "Yours") : template.ownerName}</span>
            </td>
            <td className="l-received">
              <PhrasesFound template={template} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NoTemplates({ archived }: { archived: boolean }) {
  return (
    <Empty title={archived ? "Nothing is archived" : "No template yet"} acts={<WriteOne />}>
      {archived
        ? "What you take out of use is kept here."
        : "Write down a beginning you use often. Their name, their words and what you bring are filled in from the record; what is missing stays in sight, so that nobody gets a letter with a hole in it (V7)."}
    </Empty>
  );
}
