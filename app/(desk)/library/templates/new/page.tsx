import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { createTemplateAction } from "../actions.ts";
import { TemplateFields } from "../template-fields.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { PageHead } from "#components/page-head.tsx";
import { currentActor } from "#lib/platform/current-actor.ts";

export const metadata: Metadata = { title: "Write a template" };

export default async function NewTemplatePage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  return (
    <>
      <PageHead title="Write a template" note="A beginning, never the whole letter: what is theirs is filled in for each person" />
      <ActionForm
        className="entries sheet-form narrow-form"
        action={createTemplateAction}
        submit="Keep this template"
        done="Kept."
        goTo="/library/templates/:id"
        cancelTo="/library/templates"
        keep="template:new"
      >
        <TemplateFields />
      </ActionForm>
    </>
  );
}
