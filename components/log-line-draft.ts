import { change, type Draft, type Person } from "#components/log-draft.ts";
import type { LineReading } from "#lib/touches/read-line.ts";

/** The fields of the sheet that a line can fill. */
const lineFields = [
  ...["prospect", "channel", "direction", "disposition", "objectionKind", "offerKind", "assetId", "offerText", "ask"],
  ...["theySaid", "body", "at", "callBackOn", "pausedUntil", "step", "stepOwedBy", "stepDueOn", "nextAt", "nextChannel", "nextIsTheirs"],
] as (keyof Draft)[];

/** Who a name in the line is, after looking: one person, several to choose from, nobody we know – or still looked for. */
export type Named = { state: "none" | "looking" | "several" | "nobody" } | { state: "found"; person: Person };

/** The draft with what its line says; a field filled by hand stays, and one the line no longer speaks of is as it was at the opening. */
export function withLine(draft: Draft, reading: LineReading | null, named: Named, fresh: Draft): Draft {
  if (!reading || !draft.line.trim()) return draft;
  const said = fieldsOf(reading, named, fresh);
  const filled = Object.fromEntries(
    lineFields.filter((field) => !draft.byHand.includes(field)).map((field) => [field, field in said ? said[field] : fresh[field]]),
  );
  return { ...draft, ...filled };
}

/** Takes a change by hand over what the line says. */
export function changeByHand(shown: Draft, patch: Partial<Draft>): Draft {
  const next = change(shown, patch);
  const changed = lineFields.filter((field) => field in patch || next[field] !== shown[field]);
  return { ...next, byHand: [...new Set([...next.byHand, ...changed])] };
}

function fieldsOf(reading: LineReading, named: Named, fresh: Draft): Partial<Draft> {
  const { channel, direction, disposition, objectionKind, offer, ask, theySaid, at, callBackOn, pausedUntil, step, next } = reading;
  // a name nobody here bears is no longer read as one, but not lost
  const unknown = named.state === "nobody" && reading.who ? reading.who : "";
  const prospect = named.state === "found" ? named.person : named.state === "several" ? null : fresh.prospect;
  return {
    ...{ prospect, body: [unknown, reading.note].filter(Boolean).join(", ") || fresh.body },
    ...(channel && { channel }),
    ...(direction && { direction }),
    ...(disposition && { disposition }),
    ...(objectionKind && { objectionKind }),
    ...(offer && { offerKind: offer.kind, assetId: offer.assetId, offerText: offer.text }),
    ...(ask && { ask }),
    ...(theySaid && { theySaid }),
    ...(at && { at }),
    ...(callBackOn && { callBackOn }),
    ...(pausedUntil && { pausedUntil }),
    ...(step && { step: step.what, stepOwedBy: step.owedBy, stepDueOn: step.dueOn ?? "" }),
    ...(next && { nextAt: next.at, nextChannel: next.channel ?? channel ?? "", nextIsTheirs: next.isTheirs }),
  } as Partial<Draft>;
}
