import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { createProspectAction } from "../actions.ts";
import { ProspectForm } from "../prospect-form.tsx";
import { Entry } from "#components/entry.tsx";
import { PageHead } from "#components/page-head.tsx";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findCompany } from "#lib/companies/queries.ts";
import { isId } from "#lib/field.ts";
import { listColleagues } from "#lib/people/queries.ts";

export const metadata: Metadata = { title: "Add a person" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewProspectPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { companyId, name } = await searchParams;
  const [owners, company] = await Promise.all([listColleagues(actor), isId(companyId) ? findCompany(actor, companyId) : null]);
  const start = { name: typeof name === "string" ? name : "", companyName: company?.name ?? "" };

  return (
    <>
      <PageHead title="Add a person" note="One record for each person: their wishes and everybody's touches come together here" />
      <ProspectForm
        action={createProspectAction}
        submit="Add this person"
        done="Added."
        goTo="/prospects/:id"
        cancelTo="/prospects"
        keep="prospect:new"
        insist={{ name: "createAnyway", label: "Add them anyway" }}
        start={start}
      >
        {owners.length > 1 ? (
          <section>
            <h2>Whose</h2>
            <Entry
              label="Owner"
              name="ownerId"
              defaultValue={actor.userId}
              options={owners.map(({ userId, name }) => ({ value: userId, label: name }))}
            />
          </section>
        ) : null}
      </ProspectForm>
    </>
  );
}
