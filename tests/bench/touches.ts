import type pg from "pg";

import { copyInto, iso, json, type Row } from "./copy.ts";
import { type History, inTime, prospectOf, touchKinds } from "./history.ts";
import { day } from "./random.ts";
import type { Plans } from "./plans.ts";
import { bodies, theirWords } from "./words.ts";
import type { World } from "./world.ts";

type Told = { random: World["random"]; ids: string[] };

/** Every touch, what it shared and the noes, and the event each of the last ninety days left. */
export async function copyTouches(client: pg.Client, world: World, history: History, plans: Plans): Promise<void> {
  const order = inTime(history);
  const told: Told = { random: world.random, ids: [] };
  const shares: Row[] = [];
  const objections: Row[] = [];
  await copyInto(client, "Touchpoint", touchRows(world, history, plans, { order, told, shares, objections }));
  await copyInto(client, "AssetShare", shares);
  await copyInto(client, "Objection", objections);
  await copyInto(client, "Event", eventRows(world, history, order, told));
}

type Aside = { order: Uint32Array; told: Told; shares: Row[]; objections: Row[] };

function* touchRows(
  { orgId, random, people, members, assets }: World,
  history: History,
  plans: Plans,
  { order, told, shares, objections }: Aside,
): Iterable<Row> {
  for (const touch of order) {
    const { channel, direction, disposition } = touchKinds[history.kind[touch]!]!;
    const { id: prospectId, owner, place } = people[prospectOf(history, touch)]!;
    const at = history.at[touch]!;
    const id = random.id(at);
    told.ids.push(id);
    const out = direction === "out";
    const given =
      out && random.chance(0.35) ? (random.chance(0.4) ? "asset" : random.pick(["answer", "news", "resource"] as const)) : "none";
    const asset = given === "asset" ? random.pick(assets) : null;
    const plan = plans.byTouch.get(touch);
    if (asset) shares.push({ orgId, id: random.id(at), assetId: asset.id, prospectId, touchpointId: id, at: iso(at) });
    if (disposition === "said_no")
      objections.push({
        orgId,
        id: random.id(at),
        prospectId,
        touchpointId: id,
        kind: "timing",
        words: theirWords[3],
        at: iso(at),
        recordedById: members[owner]!.id,
      });
    yield {
      ...{
        orgId,
        id,
        prospectId,
        followUpId: plan?.id ?? null,
        channel,
        direction,
        disposition,
        offerKind: given,
        offerAssetId: asset?.id ?? null,
      },
      ...{ askSize: out ? random.pick(["none", "reply", "call"]) : "none", body: out && random.chance(0.5) ? random.pick(bodies) : null },
      ...{ theySaid: out ? null : random.pick(theirWords), at: iso(at), timeZone: place.timeZone, byId: members[owner]!.id },
      ...{ value: plan ? 30 : null, createdAt: iso(at) },
    };
  }
}

function* eventRows({ orgId, now, people, members }: World, history: History, order: Uint32Array, { random, ids }: Told): Iterable<Row> {
  for (const [i, touch] of order.entries()) {
    const at = history.at[touch]!;
    if (at < now - 90 * day) continue;
    const { id: prospectId, owner } = people[prospectOf(history, touch)]!;
    const data = json(touchKinds[history.kind[touch]!]);
    yield {
      orgId,
      id: random.id(at),
      kind: "touch.logged",
      prospectId,
      subjectId: ids[i]!,
      actorId: members[owner]!.id,
      at: iso(at),
      data,
    };
  }
}
