import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { type Spoken, spokenOf } from "#lib/follow-up/spoken.ts";
import { html, type Html, type Piece } from "#lib/preferences/html.ts";
import type { Held } from "#lib/rights/held.ts";
import { findHeldByToken } from "#lib/rights/held-queries.ts";
import { sayHeld, sayRequests } from "#lib/rights/say-held.ts";
import { sayDayIn, type Words, wordsIn } from "#lib/rights/words.ts";
import { htmlDocument } from "../document.ts";
import { correct, erase, take } from "./ways.ts";

/**
 * Everything held about a person, at their own link (C8): to read, take away, correct and erase. Reading it changes nothing; what they ask is a POST to
 * ./ask. Of somebody erased it says that nothing is held.
 */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const query = new URL(request.url).searchParams;
  const wished = request.headers.get("accept-language");
  const shown = await findHeldByToken(token, new Date());
  if (!shown)
    return new Response(null, { status: 307, headers: { location: "/preferences/unknown", "cache-control": "private, no-store" } });
  if ("erasedAt" in shown) return gone(request, shown, spokenOf(query.get("lang"), wished));

  const { held, zone } = shown;
  const { organisation } = held;
  const language = spokenOf(query.get("lang"), held.person.language, wished);
  const words = wordsIn[language];
  const path = `/preferences/${token}/data`;
  const body = [
    received(held, words, query.get("done")),
    broken.has(query.get("problem") ?? "") && html`<p class="trouble" role="alert">${words.wrong.failed}</p>`,
    html`<h1>${words.title}</h1>
      <p class="lede">${words.lede(organisation, held.contact)}</p>`,
    sayHeld(held, language, zone).map(({ title, lines, older }) => part(title, lines, words, older)),
    held.requests.length > 0 && part(words.sections.requests, sayRequests(held, language, zone), words),
    take(path, words),
    correct(path, words, query),
    erase(path, words, query, held),
    html`<p class="rest"><a href="/preferences/${token}">${words.back}</a></p>`,
  ];
  return answerWith(request, { language, title: `${words.title} – ${organisation}`, organisation, body });
}

/** What went wrong on our side, not in what was typed. */
const broken = new Set(["failed", "busy"]);

function part(title: string, lines: { what: string; value: string }[], words: Words, older = 0): Html {
  return html`<section class="rest">
    <h2>${title}</h2>
    ${lines.length === 0 && html`<p class="hint">${words.nothing}</p>`}
    ${
      lines.length > 0 &&
      html`<dl class="held">
        ${lines.map(
          ({ what, value }) =>
            html`<div>
              <dt>${what}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`
    }
    ${older > 0 && html`<p class="hint">${words.more(older)}</p>`}
  </section>`;
}

/** What the address claims to have arrived is said only where such a request is really open. */
function received({ requests }: Held, words: Words, done: string | null): Piece {
  const arrived = requests.find(({ kind, state }) => state === "open" && kind === done)?.kind;
  if (arrived !== "correct" && arrived !== "erase") return null;
  return html`<p class="arrived" role="status">${words.received[arrived]}</p>`;
}

function gone(request: Request, { organisation, erasedAt }: { organisation: string; erasedAt: Date }, language: Spoken): Response {
  const words = wordsIn[language];
  const { title, text, stays } = words.gone;
  const day = sayDayIn(language, dateOf(localDay("UTC", erasedAt)));
  const body = html`<h1>${title}</h1>
    <p class="lede">${text(organisation, day)}</p>
    <p class="lede">${stays}</p>`;
  return answerWith(request, { language, title, organisation, body });
}

type Page = { language: Spoken; title: string; organisation: string; body: Piece };

function answerWith(request: Request, { language, title, organisation, body }: Page): Response {
  const nonce = (request.headers.get("x-nonce") ?? "").replace(/[^\w+/=-]/g, "");
  const { skip } = wordsIn[language];
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store", "content-language": language };
  return new Response(htmlDocument({ language, title, nonce, skip, header: html`<p>${organisation}</p>`, body }), { headers });
}
