import type pg from "pg";

import { copyInto, date, iso, type Row } from "./copy.ts";
import { day } from "./random.ts";
import { memory, type World } from "./world.ts";

/** Deals in every stage, most of them closed, each with its last change of stage; and the steps people agreed on. */
export async function copyDeals(client: pg.Client, world: World): Promise<void> {
  const changes: Row[] = [];
  await copyInto(client, "Deal", dealRows(world, changes));
  await copyInto(client, "StageChange", changes);
  await copyInto(client, "NextStep", stepRows(world));
}

const perStage = [12, 14, 10, 6, 22, 36] as const;

function* dealRows({ orgId, random, now, sizes, people, members, teams, stages, companies }: World, changes: Row[]): Iterable<Row> {
  const shares = stages.map((stage, i) => [stage, perStage[i] ?? 1] as const);
  for (let i = 0; i < sizes.deals; i += 1) {
    const { id: prospectId, owner, company } = random.pick(people);
    const stage = random.weighted(shares);
    const since = now - (stage.kind === "open" ? 60 * day : memory) * random.next();
    const id = random.id(since);
    const agreed = stage.kind === "won" || (stage.kind === "open" && random.chance(0.6));
    const ownerId = members[owner]!.id;
    changes.push({ orgId, id: random.id(since), dealId: id, stageId: stage.id, agreed, at: iso(since), byId: ownerId });
    yield {
      ...{
        orgId,
        id,
        ownerId,
        teamId: teams[members[owner]!.team]!,
        companyId: companies[company]?.id ?? null,
        prospectId,
        stageId: stage.id,
      },
      ...{ title: `Temperature records, ${1 + random.int(9)} halls`, amount: Math.round(2_000 * Math.exp(random.normal())) },
      currency: random.weighted([
        ["EUR", 85],
        ["GBP", 10],
        ["USD", 5],
      ] as const),
      ...{ closeOn: date(now + random.int(120) * day), agreed, stageSince: iso(since), createdAt: iso(since) },
    };
  }
}

function* stepRows({ orgId, random, now, sizes, people, members }: World): Iterable<Row> {
  for (let i = 0; i < sizes.deals; i += 1) {
    const { id: prospectId, owner } = random.pick(people);
    const at = now - 90 * day * random.next();
    const open = random.chance(0.3);
    const step = {
      what: "Send the readings of hall 3",
      owedBy: random.pick(["us", "them"]),
      dueOn: date(at + random.int(30) * day),
      agreed: random.chance(0.7),
    };
    const settled = { settledAt: open ? null : iso(at + day), settledAs: open ? null : "kept" };
    yield { orgId, id: random.id(at), prospectId, ...step, createdAt: iso(at), createdById: members[owner]!.id, ...settled };
  }
}
