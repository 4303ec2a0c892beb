import { isId } from "#lib/field.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findHeld } from "#lib/rights/held-queries.ts";
import { heldFiles } from "#lib/rights/held-file.ts";
import { findRequest } from "#lib/rights/queries.ts";

type Params = { params: Promise<{ requestId: string; file: string }> };

/** A person's data for the admin who hands it out. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const actor = await currentActor();
  const { requestId, file } = await params;
  const kind = Object.hasOwn(heldFiles, file) ? heldFiles[file as keyof typeof heldFiles] : null;
  const request = actor && kind && isId(requestId) ? await findRequest({ actor, now: requestTime() }, requestId) : null;
  const held = request && (await findHeld(actor!.orgId, request.prospectId));
  if (!held || !kind) return new Response("There is nothing here.", { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(kind.write(held), {
    headers: { "content-type": kind.type, "content-disposition": `attachment; filename="${file}"`, "cache-control": "private, no-store" },
  });
}
