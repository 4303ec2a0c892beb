import { findHeldByToken } from "#lib/rights/held-queries.ts";
import { heldFiles } from "#lib/rights/held-file.ts";

type Params = { params: Promise<{ token: string; file: string }> };

/** A person's data as a file, at their own link. Reading changes nothing. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { token, file } = await params;
  const kind = Object.hasOwn(heldFiles, file) ? heldFiles[file as keyof typeof heldFiles] : null;
  const shown = kind && (await findHeldByToken(token, new Date()));
  if (!shown || !("held" in shown))
    return new Response("There is nothing here.", { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(kind.write(shown.held), {
    headers: {
      "content-type": kind.type,
      "content-disposition": `attachment; filename="${file}"`,
      "cache-control": "private, no-store",
    },
  });
}
