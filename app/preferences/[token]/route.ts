import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { Spoken, spokenOf } from "#lib/follow-up/spoken.ts";
import { findByToken, openToStop, type PreferencePage } from "#lib/preferences/find-by-token.ts";
import { readBack, valuesOf } from "#lib/preferences/form-values.ts";
import { html, type Html, type Piece } from "#lib/preferences/html.ts";
import { sayIn } from "#lib/preferences/say.ts";
import { wordsIn } from "#lib/preferences/wording.ts";
import { planned, received, referral, steps } from "./between-us.ts";
import { callBack, pause } from "./breaks.ts";
import { choicesForm } from "./choices-form.ts";
import { documentOf } from "./document.ts";
import { held, history } from "./held.ts";
import { doneOf, notice } from "./notice.ts";
import { standingNow } from "./standing-now.ts";
import { stop } from "./stop.ts";
import { stopOnlyPage } from "./stop-only.ts";
import type { View } from "./view.ts";

type Query = Record<string, string | string[] | undefined>;

/**
 * The prospect's own page: no account, no script. Reading it changes nothing; everything said on it is a POST to ./choose. A route rather than a
 * page of Next's, which would bring its scripts along.
 */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const now = new Date();
  const page = await findByToken(token, now);
  if (!page) {
    const ended = await openToStop(token, now);
    if (ended) return stopOnlyPage(request, token, ended);
    // the page about their data knows whether it was erased or never was
    const location = `/preferences/${encodeURIComponent(token)}/data`;
    return new Response(null, { status: 307, headers: { location, "cache-control": "private, no-store" } });
  }

  const query = queryOf(new URL(request.url).searchParams);
  const view = viewOf(token, page, query, request.headers.get("accept-language"), now);
  const done = doneOf(query, view);
  const { done: isDone, check } = view.words.marks;
  const mark = query.problem ? check : done ? isDone : "";
  const body = [trouble(view), done && notice(view, done, query), introduction(view), standingNow(view), ...parts(view)];
  const nonce = (request.headers.get("x-nonce") ?? "").replace(/[^\w+/=-]/g, "");
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" };
  return new Response(documentOf(view, { nonce, mark, body }), { headers });
}

/** Of a name that comes several times all values, as the form sent them. */
function queryOf(search: URLSearchParams): Query {
  const query: Query = Object.create(null) as Query;
  for (const name of search.keys()) {
    const values = search.getAll(name);
    query[name] = values.length > 1 ? values : values[0];
  }
  return query;
}

/** In the language they pressed, else the one they chose, else that of their record, else their browser's. */
function viewOf(token: string, page: PreferencePage, query: Query, accepts: string | null, now: Date): View {
  const shown = Spoken.safeParse(query.lang).data ?? spokenOf(page.terms?.language, page.language, accepts);
  const zone = page.terms?.timeZone ?? page.zone;
  const today = dateOf(localDay(zone, now));
  const standing = valuesOf(page.terms, page.standings, zone, shown);
  return { token, page, shown, words: wordsIn[shown], say: sayIn(shown, zone), today, ...readBack(query, standing, today) };
}

function trouble({ problems, words }: View): Piece {
  const [first] = Object.entries(problems);
  if (!first) return null;
  const [field, problem] = first;
  const sentence = words.problems[problem];
  return html`<p class="trouble" role="alert">${field === "form" ? sentence : `${words.nothingSaved} ${sentence}`}</p>`;
}

function introduction({ page, words }: View): Html {
  const { name, jobTitle, company, contact, organisation } = page;
  const work = jobTitle && company ? words.jobAt(jobTitle, company) : (jobTitle ?? company);
  return html`
    <h1>${words.title}</h1>
    <p class="lede">${words.youAre([name, work].filter(Boolean).join(", "))} ${words.contact(contact, organisation.name)}</p>
    <p class="lede">${words.youDecide}</p>
  `;
}

/** Everything below what stands now, and a table of contents that leads to it. Where all contact is stopped, what would be about contact is gone. */
function parts(view: View): Piece[] {
  const { page, words } = view;
  const runs = page.stoppedAt === null;
  const shown: [id: string, title: string, draw: (view: View) => Html, isThere: boolean][] = [
    ["choose", page.terms || !runs ? words.choose.change : words.choose.first, choicesForm, true],
    ["pause", words.pause.title, pause, runs],
    ["call-back", words.callBack.title, callBack, runs],
    ["planned", words.planned.title, planned, runs && page.planned.length > 0],
    ["step", words.step.title, steps, page.steps.length > 0],
    ["received", words.received.title, received, page.received.length > 0],
    ["someone-else", words.referral.title, referral, true],
    ["stop", words.stop.title, stop, runs],
    ["held", words.held.title, held, true],
    ["history", words.history.title, history, page.earlier.length > 0],
  ];
  const there = shown.filter(([, , , isThere]) => isThere);
  return [
    html`<nav class="contents" aria-labelledby="contents">
      <h2 class="small" id="contents">${words.contents}</h2>
      <ul>
        ${there.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ul>
    </nav>`,
    there.map(([, , draw]) => draw(view)),
  ];
}
