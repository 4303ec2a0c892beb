import { addressOf } from "#lib/platform/auth.ts";
import { countTry } from "#lib/platform/rate-limit.ts";
import { readBody } from "#lib/platform/read-body.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openOneClick } from "#lib/preferences/one-click.ts";
import { plainPage, text } from "../../plain-page.ts";
import { GET as unknownLink } from "../../unknown/route.ts";
import { words } from "./words.ts";

type Props = { params: Promise<{ token: string }> };

/** What a reader sees who follows the link by hand: one button. Scanners and previews that open it change nothing. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const found = await openOneClick((await params).token, new Date());
  if (!found) return unknownLink(request);
  const { ask, what, button } = words[found.language](found.organisation);
  const body = `<p>${text(what)}</p>
<form method="post">
<input type="hidden" name="List-Unsubscribe" value="One-Click">
<button>${text(button)}</button>
</form>`;
  return plainPage(request, { language: found.language, title: ask, body });
}

/** RFC 8058: a mail program posts this without cookie, script or question, and expects an answer at once, not a redirect. A stop is never rate-limited. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const now = new Date();
  const found = await openOneClick((await params).token, now);
  if (!found) return isGuessing(request, now).then((often) => (often ? new Response(null, { status: 429 }) : unknownLink(request)));
  if (!(await isOneClick(request))) return GET(request, { params });

  const outcome = await choosePreferences(found.guest, { action: "stop-channel", channel: "email" }, found.language);
  if (!outcome.ok) return unknownLink(request);
  const { done, then, more } = words[found.language](found.organisation);
  return plainPage(request, {
    language: found.language,
    title: done,
    body: `<p>${text(then)}</p><p><a href="/preferences/lost">${text(more)}</a></p>`,
  });
}

const guesses = { max: 9, windowSeconds: 600 };
const isGuessing = async ({ headers }: Request, now: Date) =>
  (await countTry(`one-click guess from ${addressOf(headers)}`, guesses, now)) > 0;

/** Whether the body says so: as a form in one of the two ways in which mail programs send it. */
async function isOneClick(request: Request): Promise<boolean> {
  const bytes = await readBody(request, 10_000);
  const type = request.headers.get("content-type") ?? "";
  const form = bytes && (await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData().catch(() => null));
  return form?.get("List-Unsubscribe") === "One-Click";
}
