import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { archiveTemplateAction, editTemplateAction, restoreTemplateAction } from "../actions.ts";
import { ItemCare } from "../../item-care.tsx";
import { PhrasesFound } from "../phrases-found.tsx";
import { TemplateFields } from "../template-fields.tsx";
import { ActButton } from "#components/act-button.tsx";
import { CrumbName } from "#components/crumb.tsx";
import { EditHistory } from "#components/edit-history.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Rule } from "#components/rule.tsx";
import { listEdits } from "#lib/events/queries.ts";
import { isId } from "#lib/field.ts";
import { channelNames } from "#lib/follow-up/vocabulary.ts";
import { Cursor } from "#lib/list-address.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { asDraft, phrasesIn, templateFieldNames } from "#lib/value/template.ts";
import { findTemplate, type TemplateRow } from "#lib/value/template-queries.ts";

export const metadata: Metadata = { title: "Message template" };

const Query = z.object({ edits: Cursor });
type Props = { params: Promise<{ templateId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TemplatePage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { templateId } = await params;
  if (!isId(templateId)) notFound();
  const template = await findTemplate(actor, templateId);
  if (!template) notFound();
  const { edits: cursor } = Query.parse(await searchParams);
  const edits = await listEdits(actor, "template.edited", templateId, cursor);
  const whose = template.isOwn ? (template.shared ? "yours, shared with your team" : "yours alone") : `by ${template.ownerName}`;
  return (
    <>
      <CrumbName name={template.name} />
      <PageHead title={template.name} note={`${channelNames[template.channel]}, ${whose}`}>
        {template.archivedAt && template.mayChange ? (
          <ActButton action={restoreTemplateAction} fields={{ templateId }} done={`${template.name} is back in use.`}>
            Restore
          </ActButton>
        ) : null}
      </PageHead>
      <div className="two-columns">
        <div>
          <section>
            <h2>What it says</h2>
            <p className="as-written template-text">{asDraft(template)}</p>
          </section>
          <Wording template={template} />
        </div>
        <div>
          <Change template={template} />
          <EditHistory
            page={edits}
            cursor={cursor}
            path={`/library/templates/${templateId}`}
            names={templateFieldNames}
            zone={actor.timeZone}
            now={requestTime()}
          />
        </div>
      </div>
    </>
  );
}

/** L1–L3: what the linter finds, with why and what would be better. */
function Wording({ template }: { template: TemplateRow }) {
  return (
    <section>
      <h2>
        How it reads <PhrasesFound template={template} />
      </h2>
      <ul className="template-phrases">
        {phrasesIn(template).map(({ id, from, phrase, why, better, rule }) => (
          <li key={`${id}${from}`}>
            “{phrase.trim()}”: {why} {better ? <span className="soft">Instead: {better} </span> : null}
            <Rule id={rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ template }: { template: TemplateRow }) {
  return (
    <section>
      <h2>Change it</h2>
      {template.mayChange ? (
        <ItemCare
          field="templateId"
          item={template}
          keep={`template:${template.id}`}
          edit={editTemplateAction}
          archive={archiveTemplateAction}
          restore={restoreTemplateAction}
          say={{
            archived: "Archived: nobody can begin a letter with it any more.",
            archive: "Archive this template",
            done: `${template.name} is archived.`,
          }}
        >
          <TemplateFields template={template} />
        </ItemCare>
      ) : (
        <p className="soft">Use it when you plan a follow-up. Whoever wrote it, or a manager, can change it.</p>
      )}
    </section>
  );
}
