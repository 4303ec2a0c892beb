import type { NextTouch } from "#lib/today/suggestion-queries.ts";

type Waiting = { prospectId: string; tell: (next: NextTouch | null) => void };

const most = 30;
let waiting: Waiting[] = [];

/** What is suggested next with somebody; those asked for in the same moment go as one question. Null where it cannot be told. */
export function askSuggestion(prospectId: string): Promise<NextTouch | null> {
  return new Promise((tell) => {
    if (waiting.length === 0) setTimeout(askAll, 30);
    waiting.push({ prospectId, tell });
  });
}

function askAll(): void {
  const these = waiting;
  waiting = [];
  for (let from = 0; from < these.length; from += most) void askSome(these.slice(from, from + most));
}

async function askSome(these: Waiting[]): Promise<void> {
  const people = [...new Set(these.map(({ prospectId }) => prospectId))].join(",");
  const suggestions = await fetch(`/api/suggestions?people=${people}`)
    .then((response) => (response.ok ? (response.json() as Promise<{ suggestions: NextTouch[] }>) : { suggestions: [] }))
    .then(({ suggestions }) => suggestions.map(revive))
    .catch((): NextTouch[] => []);
  for (const { prospectId, tell } of these) tell(suggestions.find((next) => next.prospectId === prospectId) ?? null);
}

/** Dates come as text. */
function revive({ suggested, ...next }: NextTouch): NextTouch {
  const { plan, until } = suggested;
  return { ...next, suggested: { ...suggested, plan: plan && { ...plan, at: new Date(plan.at) }, until: until && new Date(until) } };
}
