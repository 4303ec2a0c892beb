export const minute = 60_000;
export const day = 24 * 60 * minute;

export type Random = ReturnType<typeof seeded>;

/** The same numbers for the same seed, so that two runs measure the same data (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[int(list.length)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    weighted: <T>(list: readonly (readonly [T, number])[]): T => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      return (list.find(([, weight]) => (left -= weight) < 0) ?? list.at(-1)!)[0];
    },
    /** A UUIDv7 of that instant, as the application makes them. */
    id(at: number): string {
      const time = Math.floor(at).toString(16).padStart(12, "0");
      const hex = (digits: number) =>
        Math.floor(next() * 16 ** digits)
          .toString(16)
          .padStart(digits, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${(8 + int(4)).toString(16)}${hex(3)}-${hex(6)}${hex(6)}`;
    },
  };
}

/** Moves an instant into office hours (UTC) of a weekday not later than its day. */
export function atWork(random: Random, at: number): number {
  const date = Math.floor(at / day);
  const weekday = (date + 3) % 7; // 0 is Monday
  return (date - Math.max(0, weekday - 4)) * day + (8 * 60 + random.int(9 * 60)) * minute;
}
