import { z } from "zod";

import { Spoken } from "#lib/follow-up/spoken.ts";
import { no, type Outcome, type Problem } from "#lib/outcome.ts";
import { publicAction } from "#lib/platform/public-action.ts";
import { answerOnPage } from "#lib/preferences/answer-on-page.ts";
import { Answer } from "#lib/preferences/answer.ts";
import { Choice, isStop } from "#lib/preferences/choice.ts";
import { choosePreferences } from "#lib/preferences/choose-preferences.ts";
import { openLink, openToStop } from "#lib/preferences/find-by-token.ts";
import type { Guest } from "#lib/preferences/guest.ts";
import { wordsIn } from "#lib/preferences/wording.ts";

/** What was pressed, and the language in which it was read. */
const Said = z.union([Choice, Answer]).and(z.object({ lang: Spoken.catch("en") }));
type Said = z.infer<typeof Said>;

const isAnswer = (said: Choice | Answer): said is Answer => Answer.options.some(({ shape }) => shape.action.value === said.action);

async function hear(guest: Guest, said: Said): Promise<Outcome<{ action: Said["action"] }>> {
  if (guest.stopsOnly && said.action !== "stop") return no({ code: "not-found" });
  return isAnswer(said) ? answerOnPage(guest, said) : choosePreferences(guest, said, said.lang);
}

const open = async (token: string, now: Date) => (await openLink(token, now)) ?? (await openToStop(token, now))?.guest ?? null;

const choose = publicAction({ schema: Said, open, useCase: hear, always: isStop });

/** What may come back in the address when something is wrong: what was ticked and picked, never what was written. */
const echoed = /^(action|channels\[\]|rate|days\[\]|hours\.(when|from|to)|timeZone|topics\[\]|language|for|until|on|between|lang)$/;

/** Answers every form on the page and sends the browser back to it: to the confirmation, or to what was typed with what is wrong with it. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const { outcome, typed } = await choose(request, token).catch(failed);
  const lang = Spoken.catch("en").parse(typed.get("lang"));
  if (outcome.ok) {
    const of = typed.get("channel") ?? typed.get("topic");
    return see(token, new URLSearchParams({ done: outcome.value.action, lang, ...(of && { of }) }));
  }
  if (outcome.problem.code === "too-many") return tooMany(outcome.problem, lang);

  const { code } = outcome.problem;
  const isTold = code === "invalid" || code === "conflict" || (code === "not-found" && typed.size > 0);
  const echo = new URLSearchParams({ problem: isTold ? code : "failed" });
  if (outcome.problem.code === "conflict") echo.set("why", outcome.problem.sentence);
  for (const [name, value] of typed) if (echoed.test(name) && value.length <= 60) echo.append(name, value);
  return see(token, echo);
}

const see = (token: string, query: URLSearchParams) =>
  new Response(null, {
    status: 303,
    headers: { location: `/preferences/${encodeURIComponent(token)}?${query}`, "cache-control": "no-store" },
  });

function tooMany({ retryAfterSeconds }: Extract<Problem, { code: "too-many" }>, lang: Spoken): Response {
  const headers = {
    "retry-after": String(retryAfterSeconds),
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
  };
  return new Response(wordsIn[lang].problems.tooMany, { status: 429, headers });
}

/** Whatever broke, the person gets their page back with a plain sentence; the transaction has left nothing behind. */
function failed(error: unknown) {
  console.error("a choice on a preference page failed:", error);
  return { outcome: { ok: false, problem: { code: "failed" } } as const, typed: new URLSearchParams() };
}
