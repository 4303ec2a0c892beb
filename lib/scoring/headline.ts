import { sayDay } from "#lib/follow-up/local-time.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

type Judged = Pick<Verdict, "kind" | "reasons" | "nextAllowedAt" | "override"> & {
  parts: Verdict["value"]["parts"];
  fit: Verdict["cadence"]["fit"];
};

/** The verdict in a few words, as it stands on top of the balance. */
export function headline({ kind, fit, nextAllowedAt, override }: Judged, zone: string): string {
  switch (kind) {
    case "allow":
      if (override) return "Allowed by a manager";
      return fit === "overdue" ? "Welcome, and overdue" : "Welcome";
    case "confirm":
      return "Fine, confirm one thing";
    case "rewrite":
      return "Bring more";
    case "reschedule":
      return nextAllowedAt ? `Too soon – from ${sayDay(zone, nextAllowedAt)}` : "Not at this time";
    case "block":
      return "Not allowed";
  }
}

/** Why, in one sentence a prospect could read. */
export function lead({ kind, reasons, parts, fit, override }: Judged): string {
  if (kind !== "allow") return reasons[0]!.sentence;
  if (override) return override.reason;
  const best = parts.reduce((most, part) => (part.points > most.points ? part : most), nothing).label;
  const brings = best ? `It brings enough: ${best}.` : "It brings enough.";
  return fit === "overdue" ? `${brings} They have waited longer than is good.` : brings;
}

const nothing = { label: "", points: 0 };
