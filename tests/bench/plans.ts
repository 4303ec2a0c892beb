import type pg from "pg";

import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { copyInto, iso, json, type Row } from "./copy.ts";
import { type History, prospectOf, touchKinds } from "./history.ts";
import { atWork, day, minute } from "./random.ts";
import type { Terms } from "./terms.ts";
import { memory, type World } from "./world.ts";

/** A plan somebody made, and what the gate said. `state` is null when it was refused. */
type Planned = {
  id: string;
  decisionId: string;
  person: number;
  channel: Channel;
  at: number;
  judgedAt: number;
  state: "scheduled" | "held" | "done" | "cancelled" | null;
  refusal: Refusal | null;
  /** The touch that carried it out. */
  touch: number | null;
};

type Refusal = { rule: string; verdict: "rewrite" | "reschedule" | "block"; sentence: string };

const refusals: readonly (readonly [Refusal, number])[] = [
  [{ rule: "D1", verdict: "reschedule", sentence: "The last touch was two business days ago; the next is welcome after four." }, 26],
  [
    { rule: "V1", verdict: "rewrite", sentence: "It brings 1.8 where 3.4 is needed: the more was asked lately, the more it must bring." },
    22,
  ],
  [{ rule: "V2", verdict: "rewrite", sentence: "It brings nothing yet." }, 14],
  [{ rule: "V3", verdict: "rewrite", sentence: "They have had this before." }, 10],
  [{ rule: "L1", verdict: "rewrite", sentence: "“Just checking in” brings nothing." }, 8],
  [{ rule: "C9", verdict: "block", sentence: "Nothing on record says that we may e-mail them." }, 7],
  [{ rule: "C2", verdict: "block", sentence: "They asked for e-mail only." }, 5],
  [{ rule: "C3", verdict: "block", sentence: "They asked for quiet until January." }, 4],
  [{ rule: "D9", verdict: "reschedule", sentence: "A colleague writes to them on Thursday." }, 3],
  [{ rule: "C4", verdict: "block", sentence: "They asked us to stop." }, 1],
];

export type Plans = { planned: Planned[]; nextAt: Float64Array; byTouch: Map<number, Planned> };

/** A third of all plans are refused, half were carried out, most of the rest wait; a few are held, overdue or cancelled. */
export function imaginePlans(world: World, history: History, terms: Terms): Plans {
  const plans: Plans = { planned: [], nextAt: new Float64Array(world.people.length), byTouch: new Map() };
  const share = (of: number) => Math.round(world.sizes.plans * of);
  for (let i = 0; i < share(0.34); i += 1) plans.planned.push(refused(world));
  for (let i = 0; i < share(0.36); i += 1) carriedOut(world, history, plans);
  for (let i = 0; i < share(0.27); i += 1) waiting(world, terms, plans);
  for (let i = 0; i < share(0.03); i += 1) plans.planned.push(dropped(world));
  return plans;
}

function planned({ random }: World, judgedAt: number, more: Pick<Planned, "person" | "channel" | "at" | "state">): Planned {
  return { id: random.id(judgedAt), decisionId: random.id(judgedAt), judgedAt, refusal: null, touch: null, ...more };
}

function refused(world: World): Planned {
  const { random, now, people } = world;
  const judgedAt = now - memory * random.next() ** 1.3 - minute;
  const wanted = {
    person: random.int(people.length),
    channel: random.pick(["email", "phone"] as const),
    at: atWork(random, judgedAt + day + random.int(7) * day),
  };
  return { ...planned(world, judgedAt, { ...wanted, state: null }), refusal: random.weighted(refusals) };
}

function carriedOut(world: World, history: History, plans: Plans): void {
  const { random } = world;
  const touch = random.int(history.at.length);
  const { direction, channel } = touchKinds[history.kind[touch]!]!;
  if (direction === "in" || plans.byTouch.has(touch)) return carriedOut(world, history, plans);
  const at = history.at[touch]!;
  const plan = planned(world, at - (1 + random.int(10)) * day, { person: prospectOf(history, touch), channel, at, state: "done" });
  plan.touch = touch;
  plans.planned.push(plan);
  plans.byTouch.set(touch, plan);
}

/** Nobody who stopped or paused us has something planned, and hardly anyone two things at once; one in sixteen is overdue. */
function waiting(world: World, terms: Terms, plans: Plans): void {
  const { random, now, people } = world;
  const person = random.int(people.length);
  const taken = terms.stoppedAt.has(person) || terms.pausedAt.has(person) || terms.importedNo.has(person) || plans.nextAt[person]! > 0;
  if (taken) return waiting(world, terms, plans);
  const ahead = random.chance(0.06) ? -6 * day * random.next() : 45 * day * random.next() ** 1.5;
  const at = atWork(random, now + ahead);
  plans.nextAt[person] = at;
  const judgedAt = Math.min(now, at) - 12 * day * random.next() - minute;
  plans.planned.push(
    planned(world, judgedAt, { person, channel: random.pick(["email", "email", "phone"] as const), at, state: "scheduled" }),
  );
}

function dropped(world: World): Planned {
  const { random, now, people } = world;
  const judgedAt = now - 60 * day * random.next() - minute;
  const wanted = { person: random.int(people.length), channel: "email" as const, at: atWork(random, judgedAt + 5 * day) };
  if (random.chance(0.5)) return planned(world, judgedAt, { ...wanted, state: "cancelled" });
  return { ...planned(world, judgedAt, { ...wanted, state: "held" }), refusal: random.weighted(refusals) };
}

export async function copyPlans(client: pg.Client, world: World, { planned }: Plans): Promise<void> {
  planned.sort((a, b) => a.judgedAt - b.judgedAt);
  await copyInto(client, "GateDecision", decisionRows(world, planned));
  await copyInto(client, "FollowUp", followUpRows(world, planned));
  await copyInto(client, "Event", eventRows(world, planned));
}

const offer = { kind: "news", assetId: null, text: "What the new guidance changes for night shifts" };
const helps = "Their auditor will ask for exactly these records in April.";

function* decisionRows({ orgId, random, people, members }: World, planned: Planned[]): Iterable<Row> {
  for (const { decisionId, person, channel, at, judgedAt, state, refusal } of planned) {
    const { id: prospectId, owner, given, family } = people[person]!;
    const plan = { prospectId, channel, at: iso(at), ask: "reply", offer, helps, draft: "", answersObjectionId: null, basis: null };
    const reason = refusal
      ? { rule: refusal.rule, severity: refusal.verdict, sentence: refusal.sentence }
      : { rule: "V2", severity: "good", sentence: "It brings news." };
    yield {
      ...{ orgId, id: decisionId, prospectId, channel, at: iso(at), occasion: state === "held" ? "touch" : "planned" },
      ...{
        verdict: refusal?.verdict ?? "allow",
        passed: !refusal,
        consentPassed: refusal?.verdict !== "block",
        value: 20 + random.int(40),
        bar: 22,
      },
      ...{
        consent: refusal?.verdict === "block" ? 0 : 100,
        cadence: refusal ? 30 : 90,
        reasons: json([reason]),
        refusedBy: refusal?.rule ?? null,
      },
      ...{ inputs: json({ plan, dossier: { person: { name: `${given} ${family}` }, homeZone: "Europe/Amsterdam" } }), policyVersion: 1 },
      ...{ nextAllowedAt: refusal?.verdict === "reschedule" ? iso(at + 3 * day) : null, byId: members[owner]!.id, judgedAt: iso(judgedAt) },
    };
  }
}

function* followUpRows({ orgId, people, members, now }: World, planned: Planned[]): Iterable<Row> {
  for (const { id, decisionId, person, channel, at, judgedAt, state, refusal } of planned) {
    if (state === null) continue;
    const { id: prospectId, owner } = people[person]!;
    const ownerId = members[owner]!.id;
    const due = state === "scheduled" && at < now;
    yield {
      ...{ orgId, id, prospectId, ownerId, channel, at: iso(at), askSize: "reply", offerKind: offer.kind, offerText: offer.text, helps },
      ...{
        draft: "Good morning, the new guidance came out on Tuesday; section 4 concerns your night shifts.",
        state,
        decisionId,
        decisionPassed: !refusal,
      },
      ...{ heldReason: state === "held" ? refusal!.sentence : null, heldAt: state === "held" ? iso(judgedAt) : null },
      ...{ judgedDueAt: due ? iso(at) : null, settledAt: state === "done" || state === "cancelled" ? iso(Math.min(at, now)) : null },
      ...{ createdById: ownerId, createdAt: iso(judgedAt) },
    };
  }
}

function* eventRows({ orgId, random, people, members }: World, planned: Planned[]): Iterable<Row> {
  for (const { id, decisionId, person, channel, at, judgedAt, state } of planned) {
    const { id: prospectId, owner } = people[person]!;
    const data = json({ channel, at: iso(at) });
    const about = state === null ? { kind: "follow-up.refused", subjectId: decisionId } : { kind: "follow-up.planned", subjectId: id };
    yield { orgId, id: random.id(judgedAt), ...about, prospectId, actorId: members[owner]!.id, at: iso(judgedAt), data };
  }
}
