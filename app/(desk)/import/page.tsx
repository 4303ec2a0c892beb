import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { PageHead } from "#components/page-head.tsx";
import { currentActor } from "#lib/platform/current-actor.ts";
import { listImports } from "#lib/transfer/queries.ts";
import { DropFile } from "./drop-file.tsx";
import { PastImports } from "./past-imports.tsx";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const imports = await listImports(actor);

  return (
    <>
      <PageHead title="Import" note="People, companies or deals from a CSV file. Nothing is written before you have seen what would be." />
      <div className="import-page">
        <DropFile />
        <PastImports imports={imports} timeZone={actor.timeZone} />
      </div>
    </>
  );
}
