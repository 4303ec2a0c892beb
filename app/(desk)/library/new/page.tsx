import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { createAssetAction } from "../actions.ts";
import { AssetFields } from "../asset-fields.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { PageHead } from "#components/page-head.tsx";
import { currentActor } from "#lib/platform/current-actor.ts";

export const metadata: Metadata = { title: "Add to the library" };

export default async function NewAssetPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  return (
    <>
      <PageHead title="Add to the library" note="Something worth bringing, for everyone in the organisation to use" />
      <ActionForm
        className="entries sheet-form narrow-form"
        action={createAssetAction}
        submit="Put it on the shelf"
        done="On the shelf."
        goTo="/library/:id"
        cancelTo="/library"
        keep="asset:new"
      >
        <AssetFields />
      </ActionForm>
    </>
  );
}
