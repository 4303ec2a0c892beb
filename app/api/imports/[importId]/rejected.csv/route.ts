import { z } from "zod";

import { currentActor } from "#lib/platform/current-actor.ts";
import { problem } from "#lib/platform/endpoint.ts";
import { findImport, listRejected } from "#lib/transfer/queries.ts";
import { csvLine } from "#lib/transfer/write-csv.ts";

/** The rows that were not taken, as they came, with the reason in a last column: mended, the file can be imported as it is. */
export async function GET(_request: Request, route: { params: Promise<{ importId: string }> }): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return problem({ code: "signed-out" });
  const importId = z.uuid().safeParse((await route.params).importId);
  const file = importId.success ? await findImport(actor, importId.data) : null;
  if (!file) return problem({ code: "not-found" });

  const encoder = new TextEncoder();
  let after = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\uFEFF${csvLine([...file.header, "Why it was not imported"])}`));
    },
    async pull(controller) {
      const rows = await listRejected(actor, file.id, after);
      after = rows.at(-1)?.line ?? after;
      const text = rows.map(({ cells, reason }) => csvLine([...file.header.map((_, index) => cells[index] ?? ""), reason])).join("");
      if (text) controller.enqueue(encoder.encode(text));
      if (rows.length === 0) controller.close();
    },
  });
  const name = `rejected-${file.fileName.replace(/\.[a-z]+$/i, "")}.csv`;
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="rejected.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
    },
  });
}
