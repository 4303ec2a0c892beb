import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { createCompanyAction } from "../actions.ts";
import { CompanyFields } from "../company-fields.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { PageHead } from "#components/page-head.tsx";
import { currentActor } from "#lib/platform/current-actor.ts";

export const metadata: Metadata = { title: "Add a company" };

export default async function NewCompanyPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  return (
    <>
      <PageHead title="Add a company" />
      <ActionForm
        className="entries sheet-form narrow-form"
        action={createCompanyAction}
        submit="Add this company"
        done="Added."
        goTo="/companies/:id"
        cancelTo="/companies"
        keep="company:new"
        insist={{ name: "createAnyway", label: "It is another company: add it" }}
      >
        <CompanyFields />
      </ActionForm>
    </>
  );
}
