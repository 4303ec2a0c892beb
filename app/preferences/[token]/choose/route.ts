import { httpStatus, type Problem, sentence } from "#lib/outcome.ts";
import { publicAction } from "#lib/platform/public-action.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";

const choose = publicAction({ schema: Choice, open: openLink, useCase: choosePreferences, always: ({ action }) => action === "stop" });

const done: Record<Choice["action"], string> = {
  save: "saved",
  pause: "paused",
  resume: "resumed",
  "call-back": "called-back",
  stop: "stopped",
  "stop-email": "saved",
  "undo-stop": "undone",
};

/** Answers every form on the page and sends the browser back to it: to the confirmation, or to what was typed with what is wrong with it. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const { outcome, typed } = await choose(request, token).catch(failed);
  if (outcome.ok) return see(token, new URLSearchParams({ done: done[outcome.value.action] }));
  if (outcome.problem.code === "too-many") return tooMany(outcome.problem);

  const echo = new URLSearchParams({
    problem: outcome.problem.code === "invalid" || outcome.problem.code === "conflict" ? outcome.problem.code : "failed",
  });
  for (const [name, value] of typed) if (/^[a-zA-Z.[\]-]{1,20}$/.test(name) && value.length <= 60) echo.append(name, value);
  return see(token, echo);
}

const see = (token: string, query: URLSearchParams) =>
  new Response(null, {
    status: 303,
    headers: { location: `/preferences/${encodeURIComponent(token)}?${query}`, "cache-control": "no-store" },
  });

function tooMany(problem: Extract<Problem, { code: "too-many" }>): Response {
  const headers = {
    "retry-after": String(problem.retryAfterSeconds),
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
  };
  return new Response(`${sentence(problem)} Nothing has changed.`, { status: httpStatus(problem), headers });
}

/** Whatever broke, the person gets their page back with a plain sentence; the transaction has left nothing behind. */
function failed(error: unknown) {
  console.error("a choice on a preference page failed:", error);
  return { outcome: { ok: false, problem: { code: "failed" } } as const, typed: new URLSearchParams() };
}
