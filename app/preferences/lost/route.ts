import { type Spoken, spokenOf } from "#lib/follow-up/spoken.ts";
import { addressOf } from "#lib/platform/auth.ts";
import { readBody } from "#lib/platform/read-body.ts";
import { askForLink, LostLink } from "#lib/preferences/lost-link.ts";
import { plainPage, text } from "../plain-page.ts";
import { words } from "./words.ts";

/** Where whoever lost the link to their page has it mailed. */
export function GET(request: Request): Response {
  const language = languageOf(request);
  return plainPage(request, { language, title: words[language].title, body: form(language) });
}

/** The same answer, to the byte, whether the address is known or not. */
export async function POST(request: Request): Promise<Response> {
  const language = languageOf(request);
  const { title, wrong, sent, then, often } = words[language];
  const typed = new URLSearchParams(new TextDecoder().decode((await readBody(request, 2_000)) ?? new Uint8Array()));
  const parsed = LostLink.safeParse({ email: typed.get("email") });
  if (!parsed.success)
    return plainPage(request, { language, title, body: `<p role="alert">${text(wrong)}</p>${form(language)}`, status: 422 });

  const visitor = { now: new Date(), from: addressOf(request.headers), languages: request.headers.get("accept-language") };
  const outcome = await askForLink(visitor, parsed.data);
  if (outcome.ok) return plainPage(request, { language, title: sent, body: `<p>${text(then)}</p>` });
  const wait: Record<string, string> =
    outcome.problem.code === "too-many" ? { "retry-after": String(outcome.problem.retryAfterSeconds) } : {};
  return plainPage(request, { language, title, body: `<p role="alert">${text(often)}</p>`, status: 429 }, wait);
}

const languageOf = (request: Request) => spokenOf(request.headers.get("accept-language"));

function form(language: Spoken): string {
  const { lede, label, button } = words[language];
  return `<p>${text(lede)}</p>
<form method="post">
<label for="email">${text(label)}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="254" required>
<button>${text(button)}</button>
</form>`;
}
