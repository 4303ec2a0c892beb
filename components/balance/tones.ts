import type { IconName } from "#components/icons.ts";
import type { Severity } from "#lib/follow-up/reason.ts";
import type { VerdictKind } from "#lib/scoring/verdict.ts";

export type Tone = "welcome" | "confirm" | "more" | "soon" | "never" | "none";

/** Five verdicts, five colours, five shapes: they survive without colour. */
export const verdictTone: Record<VerdictKind, { tone: Tone; icon: IconName; seal: string }> = {
  allow: { tone: "welcome", icon: "yes", seal: "M7.5 12.3l3 3 6-6.3" },
  confirm: { tone: "confirm", icon: "ask", seal: "M9.3 9.6a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.2.9-1.2 1.8M12 16.8v.1" },
  rewrite: { tone: "more", icon: "plus", seal: "M12 7.5v9M7.5 12h9" },
  reschedule: { tone: "soon", icon: "clock", seal: "M12 7v5l3.3 2.3" },
  block: { tone: "never", icon: "ban", seal: "M7.3 7.3l9.4 9.4" },
};

export const severityTone: Record<Severity, { tone: Tone; icon: IconName }> = {
  block: { tone: "never", icon: "ban" },
  reschedule: { tone: "soon", icon: "clock" },
  rewrite: { tone: "more", icon: "plus" },
  confirm: { tone: "confirm", icon: "ask" },
  note: { tone: "none", icon: "said" },
  good: { tone: "welcome", icon: "check" },
};
