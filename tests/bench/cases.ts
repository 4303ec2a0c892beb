import { randomUUID } from "node:crypto";

import { listConsentChanges, listPlans, listRefusals, listTouches } from "#lib/insight/list-queries.ts";
import { ConsentQuery, PlansQuery, RefusalsQuery, TouchesQuery } from "#lib/insight/lists.ts";
import { findAttention, findPipeline, findReps } from "#lib/insight/queries.ts";
import type { Context } from "#lib/platform/context.ts";
import { pool } from "#lib/platform/db.ts";
import { ProspectListQuery } from "#lib/prospects/list.ts";
import { listProspects } from "#lib/prospects/queries.ts";
import { findByWords } from "#lib/search/queries.ts";
import { Group } from "#lib/search/search.ts";
import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";
import { findToday } from "#lib/today/queries.ts";
import type { Case } from "./measure.ts";
import { day } from "./random.ts";
import { findReachable, type Subject, unplan } from "./subject.ts";

/** What everything is compared with: fifty rows by primary key, over the driver alone. */
export async function plainest({ rep }: Subject): Promise<Case> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM "Prospect" WHERE "orgId" = $1 ORDER BY id LIMIT 50', [rep.orgId]);
  const ids = rows.map(({ id }) => id);
  const sql =
    'SELECT id, name, "jobTitle", "primaryEmail", "lastOutboundAt", "nextAt" FROM "Prospect" WHERE "orgId" = $1 AND id = ANY($2::uuid[])';
  return { name: "50 rows by primary key, driver only", run: () => pool.query({ name: "plainest", text: sql, values: [rep.orgId, ids] }) };
}

const list = (name: string, context: Context, query: Record<string, string>): Case => ({
  name: `prospects: ${name}`,
  run: () => listProspects(context, ProspectListQuery.parse(query)),
  goal: 30,
});

/** The list as a rep (a team of thousands) and as a manager (all of them) read it. */
export async function listCases({ rep, manager, now }: Subject): Promise<Case[]> {
  const asRep = { actor: rep, now };
  const asManager = { actor: manager, now };
  const deep = await pageAt(asManager, 200);
  return [
    list("first page, a rep's team", asRep, {}),
    list("first page, the organisation", asManager, {}),
    list("page 200, the organisation", asManager, { cursor: deep }),
    list("by next date, a rep's team", asRep, { sort: "next" }),
    list("by next date, the organisation", asManager, { sort: "next" }),
    list("recently added, the organisation", asManager, { sort: "recent" }),
    list("mine", asRep, { owner: "me" }),
    list("left alone, a rep's team", asRep, { state: "left-alone" }),
    list("they wrote last, the organisation", asManager, { state: "answered" }),
    list("paused, the organisation", asManager, { state: "paused" }),
    list("stopped, by next date, the organisation", asManager, { state: "stopped", sort: "next" }),
    list("search “montenegro”, the organisation", asManager, { q: "montenegro" }),
    list("search “zeynep vilar ceramics”, organisation", asManager, { q: "zeynep vilar ceramics" }),
    list("search “ana”, a rep's team", asRep, { q: "ana" }),
    list("search “jo s”, a rep's team", asRep, { q: "jo s" }),
    list("search for nobody, the organisation", asManager, { q: "qqxqq" }),
  ];
}

/** As the palette asks while one types: a slip as a manager and as a rep, a word that many share, and one that many notes hold. */
export function searchCases({ rep, manager, now }: Subject): Case[] {
  const search = (name: string, actor: typeof rep, q: string, groups: readonly Group[]): Case => ({
    name: `search: ${name}`,
    run: () => findByWords({ actor, now }, q, groups, { size: 5, ownFirst: true }),
    goal: 15,
  });
  return [
    search("people, “montenegro” as spelt", manager, "montenegro", ["people"]),
    search("people, a slip: “montenergo”", manager, "montenergo", ["people"]),
    search("people, a slip, a rep's team", rep, "montenergo", ["people"]),
    search("people, two slips: “karvalho bieatriz”", manager, "karvalho bieatriz", ["people"]),
    search("people, a word many share: “components”", manager, "components", ["people"]),
    search("everything, a slip: “montenergo”", manager, "montenergo", Group.options),
    search("everything, “ana”", rep, "ana", Group.options),
    search("notes, a word many hold: “audit”", rep, "audit", ["notes"]),
    search("notes, words never together: “hall budget”", rep, "hall budget", ["notes"]),
  ];
}

async function pageAt(context: Context, pages: number): Promise<string> {
  let cursor = "";
  for (let page = 1; page < pages; page += 1) cursor = (await listProspects(context, ProspectListQuery.parse({ cursor }))).next ?? cursor;
  return cursor;
}

export const todayCase = ({ rep: actor, now }: Subject): Case => ({
  name: "today: a rep's queue",
  run: () => findToday({ actor, now }),
  goal: 30,
});

export function overviewCases({ manager: actor, rep: { userId: rep }, now }: Subject): Case[] {
  const context = { actor, now };
  return [
    { name: "overview: pipeline", run: () => findPipeline(actor) },
    { name: "overview: reps", run: () => findReps(context), rounds: 60, goal: 30 },
    { name: "overview: refusals, consent, left alone, held", run: () => findAttention(context), rounds: 60 },
    {
      name: "overview: all three, as the page asks",
      run: () => Promise.all([findPipeline(actor), findReps(context), findAttention(context)]),
      rounds: 60,
      goal: 50,
    },
    { name: "behind it: a rep's touches of seven days", run: () => listTouches(context, TouchesQuery.parse({ rep, period: "seven" })) },
    { name: "behind it: everyone's overdue follow-ups", run: () => listPlans(context, PlansQuery.parse({ show: "overdue" })) },
    { name: "behind it: plans refused by V2", run: () => listRefusals(context, RefusalsQuery.parse({ rule: "V2" })) },
    { name: "behind it: the week's changes of consent", run: () => listConsentChanges(context, ConsentQuery.parse({})) },
  ];
}

/** Planning with lock, dossier, judging, decision, follow-up, pulse and event. Each round plans for somebody else; what became of them is counted, too. */
export async function planCase(subject: Subject) {
  const { rep, now } = subject;
  const reachable = await findReachable(subject, 160);
  const outcomes: Record<string, number> = {};
  const clientKeys: string[] = [];
  const run = async (round: number) => {
    const clientKey = randomUUID();
    clientKeys.push(clientKey);
    const plan = aPlan(reachable[round % reachable.length]!, now);
    const outcome = await planFollowUp({ actor: rep, now }, { plan, clientKey });
    const said = outcome.ok
      ? "placed"
      : outcome.problem.code === "refused"
        ? `refused (${outcome.problem.reasons[0]?.rule ?? "?"})`
        : outcome.problem.code;
    outcomes[said] = (outcomes[said] ?? 0) + 1;
  };
  const planning: Case = { name: "planning a follow-up, all of it", run, rounds: reachable.length - 10, goal: 10 };
  return { planning, outcomes, undo: () => unplan(subject, clientKeys) };
}

/** In office hours of the fourth working day from now. */
function aPlan(prospectId: string, now: Date) {
  const at = new Date(Math.floor((now.getTime() + 4 * day) / day) * day + 10 * 60 * 60_000);
  while (at.getUTCDay() === 0 || at.getUTCDay() === 6) at.setUTCDate(at.getUTCDate() + 1);
  return {
    prospectId,
    channel: "email" as const,
    at,
    ask: "reply" as const,
    offer: {
      kind: "answer" as const,
      assetId: null,
      text: "What the change of seals did to the readings of hall 3, measured over the first frost.",
    },
    helps: "Their audit in spring asks for exactly these readings, and they said it worries them most.",
    draft: "",
    answersObjectionId: null,
    urgentFactId: null,
    basis: null,
  };
}
