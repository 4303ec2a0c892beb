import { httpStatus, sentence } from "#lib/outcome.ts";
import { publicAction } from "#lib/platform/public-action.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { askFor } from "#lib/rights/ask-for.ts";
import { Ask } from "#lib/rights/request.ts";

// an erasure ends contact like a stop: it goes through however often it is pressed
const ask = publicAction({ schema: Ask, open: openLink, useCase: askFor, always: ({ ask }) => ask === "erase" });

/** Answers the forms of the data page and sends the browser back to it: to what arrived, or to what is wrong with what was typed. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const { outcome, typed } = await ask(request, token);
  if (outcome.ok) return see(token, new URLSearchParams({ done: outcome.value.ask }));
  const { problem } = outcome;
  if (problem.code === "too-many") {
    const headers = {
      "retry-after": String(problem.retryAfterSeconds),
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
    };
    return new Response(`${sentence(problem)} Nothing has changed.`, { status: httpStatus(problem), headers });
  }
  const echo = new URLSearchParams({
    problem: problem.code,
    ask: typed.get("ask")?.slice(0, 20) ?? "",
    about: typed.get("about")?.slice(0, 120) ?? "",
  });
  return see(token, echo, "#correct");
}

const see = (token: string, query: URLSearchParams, part = "") =>
  new Response(null, {
    status: 303,
    headers: { location: `/preferences/${encodeURIComponent(token)}/data?${query}${part}`, "cache-control": "no-store" },
  });
