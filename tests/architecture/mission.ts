import { type Check, pureLib, type Source, within } from "./sources.ts";

const scorer = "lib/scoring/score-follow-up.ts";
const door = "lib/schedule/plan-follow-up.ts";

export const onlyTheScorerClears: Check = (sources) =>
  sources.filter(({ code, path }) => /\bas (?:unknown as )?Clearance\b/.test(code) && path !== scorer).map(({ path }) => path);

export const onlyTheScheduleWritesFollowUps: Check = (sources) =>
  sources
    .filter(({ path }) => path !== "lib/schedule/store.ts")
    .filter(({ code }) => /\bfollowUp\.(?:create|update|upsert|delete)|(?:INSERT INTO|UPDATE|DELETE FROM)\s+"FollowUp"/.test(code))
    .map(({ path }) => path);

/** Pages anybody may open: they ask for a token, or tell nothing. */
const open = /^app\/(sign-in|invitations\/\[token\]|calendar\/\[token\]|preferences|api\/(health|auth|v1\/openapi\.json))\//;

export const everyEdgeAsksWho: Check = (sources) =>
  within(sources, "app/")
    .filter(({ path }) => /\/(page|actions|route)\.tsx?$/.test(path) && !open.test(path))
    .filter(({ code }) => !asksWho(code))
    .map(({ path }) => path);

/** A page or handler asks itself; a file of actions or methods is built by `action`, `endpoint` or `keyEndpoint`, every one of them. */
function asksWho(code: string): boolean {
  if (/\bcurrentActor\(/.test(code)) return true;
  const exported = [...code.matchAll(/^export (?:const|async function|function) (\w+)(.*)$/gm)].filter(
    ([, name]) => name !== "metadata" && name !== "dynamic",
  );
  return exported.length > 0 && exported.every(([, , rest]) => /= (?:action|endpoint|keyEndpoint)\(/.test(rest!));
}

/** From the action that plans to every judge it is at most three imports, so that the walk can be followed on one screen. */
export const judgesAreNear: Check = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const starts = within(sources, "app/").filter(({ path, imports }) => /\/actions\.ts$/.test(path) && imports.includes(door));
  if (starts.length === 0) return [`no action imports ${door}`];
  const judges = pureLib(sources).filter(({ path }) => /\/judge-[\w-]+\.ts$/.test(path));
  return starts.flatMap(({ path: start }) => {
    const depth = depthsFrom(start, byPath);
    return judges.filter(({ path }) => (depth.get(path) ?? 99) > 3).map(({ path }) => `${start} … ${path}`);
  });
};

function depthsFrom(start: string, byPath: Map<string, Source>): Map<string, number> {
  const depth = new Map([[start, 0]]);
  for (const [path, steps] of depth)
    for (const to of byPath.get(path)?.imports ?? []) if (byPath.has(to) && !depth.has(to)) depth.set(to, steps + 1);
  return depth;
}
