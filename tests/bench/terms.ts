import type pg from "pg";

import { copyInto, date, iso, type Row } from "./copy.ts";
import type { History } from "./history.ts";
import { day, minute } from "./random.ts";
import type { World } from "./world.ts";

/** What people said about being contacted, by their place in `world.people`. */
export type Terms = {
  agreedAt: Map<number, number>;
  pausedAt: Map<number, number>;
  /** The day until which they want quiet. */
  pausedUntil: Map<number, string>;
  stoppedAt: Map<number, number>;
  /** No e-mail, said in a list that was imported. */
  importedNo: Set<number>;
};

/** A third agreed, one in fifty is paused or was, three in a hundred have stopped us: soon after they last heard from us. */
export function imagineTerms({ random, people, now }: World, { lastOut, lastIn }: History): Terms {
  const terms: Terms = { agreedAt: new Map(), pausedAt: new Map(), pausedUntil: new Map(), stoppedAt: new Map(), importedNo: new Set() };
  for (const [i, { createdAt }] of people.entries()) {
    const last = Math.max(createdAt, lastOut[i]!, lastIn[i]!);
    const soonAfter = Math.min(now - minute, last + random.int(20) * 60 * minute);
    const said = random.next();
    if (said < 0.34) terms.agreedAt.set(i, createdAt + (last - createdAt) * random.next());
    if (said < 0.03) terms.stoppedAt.set(i, soonAfter);
    else if (said < 0.05) {
      terms.pausedAt.set(i, soonAfter);
      terms.pausedUntil.set(i, date(soonAfter + (20 + random.int(100)) * day));
    } else if (said > 0.97) terms.importedNo.add(i);
  }
  return terms;
}

export async function copyTerms(client: pg.Client, world: World, terms: Terms): Promise<void> {
  await copyInto(client, "ConsentEvent", [...ledgerRows(world, terms)].toSorted(byId));
  await copyInto(client, "CommunicationPreference", preferenceRows(world, terms));
}

const byId = (a: Row, b: Row) => (a.id! < b.id! ? -1 : 1);

function* ledgerRows({ orgId, random, people }: World, terms: Terms): Iterable<Row> {
  const line = (i: number, at: number, said: { channel: string; status: string; saidBy: string; method: string; basis?: string }): Row => {
    const { basis = null, ...word } = said;
    return { orgId, id: random.id(at), prospectId: people[i]!.id, ...word, basis, effectiveFrom: iso(at), recordedAt: iso(at) };
  };
  for (const [i, at] of terms.agreedAt)
    yield line(i, at, { channel: "email", status: "express", saidBy: "person", method: "preference_link", basis: "consent" });
  for (const [i, at] of terms.pausedAt)
    yield line(i, at, { channel: "any", status: "paused", saidBy: "person", method: "preference_link" });
  for (const [i, at] of terms.stoppedAt)
    yield line(i, at, { channel: "any", status: "objected", saidBy: "person", method: "preference_link" });
  for (const i of terms.importedNo)
    yield line(i, people[i]!.createdAt, { channel: "email", status: "objected", saidBy: "import", method: "import" });
}

function* preferenceRows({ orgId, people }: World, terms: Terms): Iterable<Row> {
  const version = (i: number, number: number, at: number, more: Row): Row => ({
    ...{
      orgId,
      prospectId: people[i]!.id,
      version: number,
      channels: "{email}",
      channelsSaid: true,
      days: "{}",
      saidBy: "person",
      createdAt: iso(at),
    },
    ...{ pausedUntil: null, stopped: false },
    ...more,
  });
  for (const [i, at] of terms.agreedAt) yield version(i, 1, at, {});
  for (const [i, at] of terms.pausedAt) yield version(i, 2, at, { pausedUntil: terms.pausedUntil.get(i)! });
  for (const [i, at] of terms.stoppedAt) yield version(i, 2, at, { stopped: true });
}
