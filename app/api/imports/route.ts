import { httpStatus, sentence } from "#lib/outcome.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { isSafe, problem } from "#lib/platform/endpoint.ts";
import { fileLimit } from "#lib/transfer/decode-text.ts";
import { uploadImport } from "#lib/transfer/upload-import.ts";

/** Takes a file as the raw body, its name in `x-file-name` (percent-encoded). Reading stops at the limit, whatever length was announced. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return problem({ code: "signed-out" });
  if (!isSafe(request)) return problem({ code: "forbidden" });

  const bytes = Number(request.headers.get("content-length") ?? 0) > fileLimit ? null : await readBody(request);
  if (!bytes) {
    const tooLarge = "The file is larger than 50 MB. Nothing was stored. Split it and import the parts one after the other.";
    return Response.json({ problem: "too-large", sentence: tooLarge }, { status: 413, headers: { connection: "close" } });
  }
  const outcome = await uploadImport({ actor, now: new Date() }, { fileName: fileNameOf(request), bytes });
  if (outcome.ok) return Response.json(outcome.value, { status: 201 });
  return Response.json({ ...outcome.problem, sentence: sentence(outcome.problem) }, { status: httpStatus(outcome.problem) });
}

async function readBody(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size);
    size += value.length;
    if (size > fileLimit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

function fileNameOf(request: Request): string {
  const name = request.headers.get("x-file-name") ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
