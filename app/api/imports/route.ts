import { currentActor } from "#lib/platform/current-actor.ts";
import { isSafe, problem } from "#lib/platform/endpoint.ts";
import { readBody } from "#lib/platform/read-body.ts";
import { fileLimit } from "#lib/transfer/decode-text.ts";
import { uploadImport } from "#lib/transfer/upload-import.ts";

const tooLarge = "The file is larger than 50 MB. Nothing was stored. Split it and import the parts one after the other.";

/** Takes a file as the raw body, its name in `x-file-name` (percent-encoded). Reading stops at the limit, whatever length was announced. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return problem({ code: "signed-out" });
  if (!isSafe(request)) return problem({ code: "forbidden" });

  const bytes = await readBody(request, fileLimit);
  if (!bytes) return problem({ code: "too-large", sentence: tooLarge });
  const outcome = await uploadImport({ actor, now: new Date() }, { fileName: fileNameOf(request), bytes });
  if (outcome.ok) return Response.json(outcome.value, { status: 201 });
  return problem(outcome.problem);
}

function fileNameOf(request: Request): string {
  const name = request.headers.get("x-file-name") ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
