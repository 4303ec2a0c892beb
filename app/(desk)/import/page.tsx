import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";

import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { Cursor } from "#lib/list-address.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { listImports } from "#lib/transfer/queries.ts";
import { DropFile } from "./drop-file.tsx";
import { PastImports } from "./past-imports.tsx";

export const metadata: Metadata = { title: "Import" };

const Query = z.object({ cursor: Cursor });

export default async function ImportPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { cursor } = Query.parse(await searchParams);
  const { rows, next, previous } = await listImports(actor, cursor);

  return (
    <>
      <PageHead title="Import" note="People, companies or deals from a CSV file. Nothing is written before you have seen what would be." />
      <div className="import-page">
        <DropFile />
        <PastImports imports={rows} timeZone={actor.timeZone} />
        <Pager path="/import" query={{}} next={next} previous={previous} />
      </div>
    </>
  );
}
