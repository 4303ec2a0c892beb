import { expect, test } from "vitest";

import { checks, type Rule } from "./architecture/checks.ts";
import { aSource, type Source } from "./architecture/sources.ts";

const shell = 'import "server-only";\n';
const scorer = aSource("lib/scoring/score-follow-up.ts", 'import { judgeValue } from "#lib/scoring/far.ts";');

/** For each rule the smallest house that breaks it. A rule without its counterexample does not compile. */
const broken: Record<Rule, Source[]> = {
  "lib never imports app or components": [aSource("lib/today/queue.ts", 'import { Row } from "#components/row.tsx";')],
  "components import no server code": [
    aSource("lib/today/queries.ts", shell),
    aSource("components/row.tsx", 'import { findQueue } from "#lib/today/queries.ts";'),
  ],
  "pages reach no store and no database": [aSource("app/(desk)/today/page.tsx", 'import { place } from "#lib/schedule/store.ts";')],
  "pure lib imports only pure lib and pure packages": [aSource("lib/value/judge-value.ts", 'import { readFileSync } from "node:fs";')],
  "pure lib reads no clock, chance, network or environment": [aSource("lib/cadence/gap.ts", "export const gap = () => Date.now();")],
  "a store is private to its room": [aSource("lib/touches/log-touch.ts", `${shell}import { place } from "#lib/schedule/store.ts";`)],
  "rooms form no cycle": [
    aSource("lib/consent/standing.ts", 'import { score } from "#lib/scoring/score.ts";'),
    aSource("lib/scoring/score.ts", 'import { standing } from "#lib/consent/standing.ts";'),
  ],
  "a room writes only its own tables": [
    aSource("lib/today/store.ts", `${shell}await tx.$executeRaw\`UPDATE "ConsentEvent" SET status = 'express'\`;`),
  ],
  "only stores, queries and the platform hold the database client": [
    aSource("lib/touches/log-touch.ts", `${shell}import { db, type Tx } from "#lib/platform/db.ts";`),
  ],
  "only the scorer makes a clearance": [aSource("lib/schedule/store.ts", `${shell}const clearance = { verdict } as Clearance;`)],
  "only the schedule's store writes follow-ups": [aSource("lib/transfer/store.ts", `${shell}await tx.followUp.createMany({ data });`)],
  "every page, action and route asks who is calling": [
    aSource(
      "app/(desk)/deals/actions.ts",
      "export const moveAction = action(MoveDeal, moveDeal);\nexport async function dropAction(id: string) {}",
    ),
  ],
  "from the action to every judge is at most three imports": [
    aSource("app/(desk)/prospects/actions.ts", 'import { planFollowUp } from "#lib/schedule/plan-follow-up.ts";'),
    aSource("lib/schedule/plan-follow-up.ts", `${shell}import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";`),
    scorer,
    aSource("lib/scoring/far.ts", 'import { judgeValue } from "#lib/value/judge-value.ts";'),
    aSource("lib/value/judge-value.ts", "export const judgeValue = 1;"),
  ],
  "no barrels": [aSource("lib/value/all.ts", 'export { judgeValue } from "#lib/value/judge-value.ts";')],
  "no dynamic imports in lib": [aSource("lib/value/late.ts", 'const { judgeValue } = await import("#lib/value/judge-value.ts");')],
  "no file outgrows a screenful of thought": [aSource("lib/value/long.ts", "export {};\n".repeat(251))],
  "nothing is left unfinished": [aSource("lib/value/later.ts", "// TO_DO weigh the offer".replace("_", ""))],
  "names are kebab-case and say something": [aSource("lib/value/helpers.ts", "")],
  "only Next's own files have a default export": [aSource("lib/value/judge-value.ts", "export default function judgeValue() {}")],
};

test.each(Object.entries(broken))("a breach is seen: %s", (rule, sources) => {
  expect(checks[rule as Rule](sources)).not.toEqual([]);
});

test("a house that keeps the rules passes them all", () => {
  const action = aSource(
    "app/(desk)/prospects/actions.ts",
    '"use server";\nimport { planFollowUp } from "#lib/schedule/plan-follow-up.ts";\nexport const planAction = action(Plan, planFollowUp);',
  );
  const house = [
    action,
    aSource(
      "lib/schedule/plan-follow-up.ts",
      `${shell}import { scoreFollowUp } from "#lib/scoring/score-follow-up.ts";\nimport { place } from "#lib/schedule/store.ts";`,
    ),
    aSource("lib/schedule/store.ts", `${shell}await tx.followUp.create({ data });`),
    aSource("lib/scoring/score-follow-up.ts", 'import { judgeValue } from "#lib/value/judge-value.ts";\nreturn { verdict } as Clearance;'),
    aSource("lib/value/judge-value.ts", 'import { z } from "zod";\n// not Date.now(): `now` is an argument'),
  ];
  expect(Object.values(checks).flatMap((check) => check(house))).toEqual([]);
});
