import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";

import { editProspectAction, reassignProspectAction } from "../../actions.ts";
import { ProspectForm } from "../../prospect-form.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { CrumbName } from "#components/crumb.tsx";
import { Entry } from "#components/entry.tsx";
import { PageHead } from "#components/page-head.tsx";
import { isId } from "#lib/field.ts";
import { listColleagues } from "#lib/people/queries.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findProspectRecord } from "#lib/prospects/queries.ts";

export const metadata: Metadata = { title: "Edit" };

export default async function EditProspectPage({ params }: { params: Promise<{ prospectId: string }> }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { prospectId } = await params;
  if (!isId(prospectId)) notFound();
  const [record, colleagues] = await Promise.all([findProspectRecord(actor, prospectId), listColleagues(actor)]);
  if (!record) notFound();
  const back = `/prospects/${record.id}`;

  return (
    <>
      <CrumbName name={record.name} />
      <PageHead title={record.name} note="What the record holds. Facts, steps and wishes are changed on the record itself.">
        <Link className="btn" href={back as Route}>
          Back to the record
        </Link>
      </PageHead>
      <ProspectForm
        action={editProspectAction}
        submit="Save"
        done="Saved."
        goTo={back}
        cancelTo={back}
        keep={`prospect:${record.id}`}
        insist={{ name: "insist", label: "Save what stands here" }}
        start={{
          ...record,
          companyName: record.company?.name ?? "",
          contactPoints: record.contactPoints.filter(({ invalidAt }) => !invalidAt),
        }}
      >
        <input type="hidden" name="prospectId" value={record.id} />
        <input type="hidden" name="version" value={record.version} />
      </ProspectForm>
      {colleagues.length > 1 ? (
        <ActionForm className="entries sheet-form" action={reassignProspectAction} submit="Hand over" done="Handed over." goTo="/prospects">
          <input type="hidden" name="prospectId" value={record.id} />
          <section>
            <h2>Hand over</h2>
            <Entry
              label="To"
              name="ownerId"
              defaultValue={record.owner.id}
              options={colleagues.map(({ userId, name, teamName }) => ({ value: userId, label: `${name}, ${teamName}` }))}
              hint="One prospect, one voice: the record, its history and its wishes move with it (D9)."
            />
          </section>
        </ActionForm>
      ) : null}
    </>
  );
}
