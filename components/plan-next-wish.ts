import { parseKept, readKept, writeKept } from "#components/kept.ts";
import type { Draft } from "#components/log-draft.ts";
import { askReach } from "#components/use-line.ts";
import { dayOf, instantAt, localDay, localMinutes, sayDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { sayClock, sayPlace } from "#lib/follow-up/say-when.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";

/** When somebody wished to come back, before anything judged it. */
export type Wish = { prospectId: string; at: string; channel: Channel | null; isTheirs: boolean; zone: string };

export function wishOf({ nextAt, nextChannel, nextIsTheirs }: Draft, prospectId: string, zone: string): Wish | null {
  return nextAt && prospectId ? { prospectId, at: nextAt, channel: nextChannel || null, isTheirs: nextIsTheirs, zone } : null;
}

/** Fills the wish into the plan that is begun with them, where the judges answer to it; the way to that form. */
export async function planNext({ prospectId, at, channel, isTheirs, zone }: Wish): Promise<string> {
  const way = `/prospects/${prospectId}?tab=plan`;
  const reach = await askReach(prospectId, null).catch(() => null);
  if (!reach) return way;
  const clock = isTheirs ? (reach.theirZone ?? zone) : zone;
  const wished = { at: instantOfWall(clock, at), ...(channel && { channel }) };
  keepPlan(`plan:${prospectId}`, { ...reach.plan, ...wished }, wished);
  return way;
}

/** The instant a wall clock in `zone` shows "2026-12-01T10:00". */
function instantOfWall(zone: string, wall: string): Date {
  const [day, time] = wall.split("T");
  const [hours = 10, minutes = 0] = (time ?? "").split(":").map(Number);
  return instantAt(zone, dayOf(day!), hours * 60 + minutes);
}

/** Whose clock a wish is by, with what the other one shows then; empty where both show the same. */
export function sayWhoseClock({ at, isTheirs }: Pick<Wish, "at" | "isTheirs">, viewerZone: string, theirZone: string | null): string {
  if (!theirZone) return isTheirs ? ", their time" : "";
  const [own, other] = isTheirs ? [theirZone, viewerZone] : [viewerZone, theirZone];
  const then = instantOfWall(own, at);
  if (localDay(own, then) === localDay(other, then) && localMinutes(own, then) === localMinutes(other, then)) return "";
  const clock = localDay(own, then) === localDay(other, then) ? sayClock(other, then) : `${sayDay(other, then)}, ${sayClock(other, then)}`;
  return isTheirs ? `, their time in ${sayPlace(theirZone)} (${clock} yours)` : `, your time (${clock} in ${sayPlace(theirZone)})`;
}

/** A plan begun before keeps all that was written in it; only when and how are as wished. */
function keepPlan(key: string, plan: Plan, wished: Partial<Plan>): void {
  const begun = parseKept(readKept(key)) as Plan | null;
  writeKept(key, JSON.stringify(begun ? { ...begun, ...wished } : plan));
}
