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
  const { outcome, typed } = await ask(request, token).catch(failed);
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
  const isTyped = problem.code === "invalid" || problem.code === "conflict";
  const form = typed.get("ask") === "erase" ? "erase" : "correct";
  const field = problem.code === "invalid" && fields.find((name) => name in problem.fields);
  // which form and which field, and never what was written there: an address is kept by the browser and on the way
  const echo = new URLSearchParams({ problem: problem.code, ask: form, ...(field && { field }) });
  return see(token, echo, isTyped ? `#${form}` : "");
}

/** Whatever broke, the person gets their page back with a plain sentence; the transaction has left nothing behind. */
function failed(error: unknown) {
  console.error("a request on a data page failed:", error);
  return { outcome: { ok: false, problem: { code: "failed" } } as const, typed: new URLSearchParams() };
}

/** What a correction is written in, in the order of the form. */
const fields = ["about", "right"];

const see = (token: string, query: URLSearchParams, part = "") =>
  new Response(null, {
    status: 303,
    headers: { location: `/preferences/${encodeURIComponent(token)}/data?${query}${part}`, "cache-control": "no-store" },
  });
