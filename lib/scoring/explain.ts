import type { CadenceFit, Verdict, VerdictKind } from "#lib/scoring/verdict.ts";

/** The verdict in plain words, such that the person it is about could read them without anybody blushing: what it brings, whether they agreed, how it sits with them, and what would have to change. */
export function explain(verdict: Verdict): string {
  return [opening[verdict.kind], ...brings(verdict), agreed(verdict), ...rhythm(verdict), ...changes(verdict)].join(" ");
}

const opening: Record<VerdictKind, string> = {
  allow: "This touch is welcome.",
  confirm: "This touch is fine once one thing is confirmed.",
  rewrite: "This touch does not bring them enough yet.",
  reschedule: "This touch comes at the wrong time.",
  block: "This touch must not be made.",
};

function brings({ value, consent }: Verdict): string[] {
  if (consent.passes === "no") return [];
  if (value.askedFor) return [`We come because ${value.askedFor}.`];
  const gains = value.parts.filter(({ points }) => points > 0).map(({ label }) => label);
  if (gains.length === 0) return ["It brings them nothing new."];
  return [`It brings: ${gains.join(", ")}.`];
}

function agreed({ consent }: Verdict): string {
  switch (consent.passes) {
    case "yes":
      return "Nothing they told us speaks against it.";
    case "confirm":
      return "Why we may contact them is still to be said.";
    case "later":
      return "They would rather hear from us at another time, or otherwise.";
    case "no":
      return "They have not agreed to it, and nothing we bring changes that.";
  }
}

const fits: Record<CadenceFit, string> = {
  "too-soon": "It would be too soon after what we asked of them lately.",
  early: "It comes a little early, and they have room for it.",
  right: "It comes at a good pace for them.",
  late: "It comes a little late.",
  overdue: "They have waited longer than is good.",
};

const rhythm = ({ cadence, consent }: Verdict): string[] => (consent.passes === "no" ? [] : [fits[cadence.fit]]);

/** Every demand in its own sentence, once. */
function changes({ reasons }: Verdict): string[] {
  const demands = reasons.filter(({ severity }) => severity !== "note" && severity !== "good").map(({ sentence }) => sentence);
  return [...new Set(demands)];
}
