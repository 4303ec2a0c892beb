import { UploadRegistry, uploadRegistry } from "#lib/consent/upload-registry.ts";
import { fieldProblems } from "#lib/field-problems.ts";
import { may } from "#lib/people/roles.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { answer, isSafe, problem } from "#lib/platform/endpoint.ts";
import { readBody } from "#lib/platform/read-body.ts";

const fileLimit = 50_000_000;
const tooLarge = "The file is larger than 50 MB. Nothing was changed.";

/** Takes a registry's numbers as the raw body; which registry, and of which day, stand in the address. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return problem({ code: "signed-out" });
  if (!isSafe(request) || !may(actor, "manage-policy")) return problem({ code: "forbidden" });

  const input = UploadRegistry.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!input.success) return problem({ code: "invalid", fields: fieldProblems(input.error) });
  const bytes = await readBody(request, fileLimit);
  if (!bytes) return problem({ code: "too-large", sentence: tooLarge });
  return answer(await uploadRegistry({ actor, now: new Date() }, input.data, new TextDecoder().decode(bytes)));
}
