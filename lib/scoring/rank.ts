import type { Policy } from "#lib/policy/policy.ts";
import type { CadenceView, VerdictKind } from "#lib/scoring/verdict.ts";

/** 0–100, for ordering plans: what it brings, how well it fits their rhythm, how calm it leaves them. What they asked for brings all; what is refused ranks last. */
export function rankOf(
  kind: VerdictKind,
  points: number,
  askedFor: string | null,
  cadence: Pick<CadenceView, "pressure" | "weight" | "capacity" | "points">,
  { rank }: Policy,
): number {
  if (kind !== "allow" && kind !== "confirm") return 0;
  const calm = 100 * Math.max(0, 1 - (cadence.pressure + cadence.weight) / cadence.capacity);
  const sum = rank.value * (askedFor ? 100 : points) + rank.cadence * cadence.points + rank.calm * calm;
  return Math.round(Math.min(100, sum) * 10) / 10;
}
