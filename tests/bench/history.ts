import { type Disposition, isAnswered } from "#lib/follow-up/touch.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { atWork, day, minute, type Random } from "./random.ts";
import type { World } from "./world.ts";

/** Every touch of the organisation in typed arrays (a million objects would need a gigabyte): those of prospect i stand from start[i] to start[i + 1], oldest first. */
export type History = {
  start: Uint32Array;
  at: Float64Array;
  kind: Uint8Array;
  /** Last touch out, last answer (0 for none) and unanswered streak, a prospect each, counted as the application counts them. */
  lastOut: Float64Array;
  lastIn: Float64Array;
  unanswered: Uint32Array;
};

export type TouchKind = { channel: Channel; direction: "out" | "in"; disposition: Disposition };

/** What a touch can be, and how often of a thousand. */
const out = (channel: Channel, disposition: Disposition, share: number) => [{ channel, direction: "out", disposition }, share] as const;
const back = (channel: Channel, disposition: Disposition, share: number) => [{ channel, direction: "in", disposition }, share] as const;
const shares: readonly (readonly [TouchKind, number])[] = [
  out("email", "sent", 430),
  out("email", "bounced", 8),
  out("phone", "no_answer", 110),
  out("phone", "voicemail", 50),
  out("phone", "conversation", 90),
  out("linkedin", "sent", 70),
  out("meeting", "conversation", 45),
  out("sms", "sent", 20),
  out("mail", "sent", 10),
  back("email", "replied", 85),
  back("email", "asked_question", 25),
  back("email", "thanked", 25),
  back("email", "out_of_office", 12),
  back("email", "said_later", 8),
  back("phone", "inquired", 8),
  back("email", "said_no", 4),
];
export const touchKinds = shares.map(([kind]) => kind);
const kindShares = shares.map(([, share], index) => [index, share] as const);

/** Some have heard from us often, most a few times, a sixth never: a log-normal share of all touches each. */
export function writeHistory({ now, random, sizes, people }: World): History {
  const start = new Uint32Array(people.length + 1);
  const weights = Float64Array.from(people, ({ createdAt }) => {
    const known = Math.min(1, (now - createdAt) / (150 * day)); // newcomers had less time
    return random.chance(0.15) ? 0 : known * Math.exp(0.9 * random.normal());
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (let i = 0; i < people.length; i += 1) {
    sum += weights[i]!;
    start[i + 1] = Math.round((sum / total) * sizes.touchpoints);
  }
  const at = new Float64Array(sizes.touchpoints);
  const kind = new Uint8Array(sizes.touchpoints);
  for (let i = 0; i < people.length; i += 1) {
    const times = touchTimes(random, people[i]!.createdAt, now, start[i + 1]! - start[i]!);
    at.set(times, start[i]);
    for (let j = start[i]!; j < start[i + 1]!; j += 1) kind[j] = random.weighted(kindShares);
  }
  return { start, at, kind, ...pulse(start, at, kind) };
}

/** Between the day they came to us and the day we last had to do with each other; long ago for some. Never two at one instant. */
function touchTimes(random: Random, createdAt: number, now: number, count: number): Float64Array {
  const span = Math.max(minute, (now - createdAt) * (1 - 0.6 * random.next() ** 2));
  const times = Float64Array.from({ length: count }, () => atWork(random, createdAt + span * random.next() + day / 2)).toSorted();
  for (let j = count - 1, latest = now - minute; j >= 0; j -= 1, latest -= minute) latest = times[j] = Math.min(times[j]!, latest);
  return times;
}

function pulse(start: Uint32Array, at: Float64Array, kind: Uint8Array): Pick<History, "lastOut" | "lastIn" | "unanswered"> {
  const people = start.length - 1;
  const [lastOut, lastIn, unanswered] = [new Float64Array(people), new Float64Array(people), new Uint32Array(people)];
  for (let i = 0; i < people; i += 1)
    for (let j = start[i]!; j < start[i + 1]!; j += 1) {
      const { direction, disposition } = touchKinds[kind[j]!]!;
      if (direction === "out") lastOut[i] = at[j]!;
      if (isAnswered(disposition)) {
        lastIn[i] = at[j]!;
        unanswered[i] = 0;
      } else if (direction === "out" && disposition !== "bounced") unanswered[i]! += 1;
    }
  return { lastOut, lastIn, unanswered };
}

/** Whose touch it is. */
export function prospectOf({ start }: History, touch: number): number {
  let [low, high] = [0, start.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (start[middle]! <= touch) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** All touches in the order in which they happened: a table grows that way, so each prospect's rows lie apart on disk. */
export function inTime({ at }: History): Uint32Array {
  return Uint32Array.from(at.keys()).sort((a, b) => at[a]! - at[b]!);
}
