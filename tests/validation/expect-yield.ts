import { addBusinessDays, instantAt, localDay } from "#lib/follow-up/local-time.ts";
import { openGate } from "#lib/scoring/score-follow-up.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { aDossier, aPlan, aTouch, now, objectionId, policy } from "#tests/factories/dossier.ts";

/** Business days between calls. The campaign's own spacing is not in the data, so it is the rhythm's target for cold calls. */
const spacing = policy.rhythms.cold.phone!.target;
const hour = 11 * 60;

/** What the policy alone expects of a contact: the chance that a touch is still welcome, were all values 0–100 equally likely; and whether the gate is open. */
export type Expectation = { headroom: number; isOpen: boolean };

/** Expected yield = (100 − bar), the share of all values that reach what the touch must bring. */
function expectationOf(dossier: Dossier, at: Date): Expectation {
  const { value, reasons } = openGate(dossier, policy, now)(aPlan({ channel: "phone", at, ask: "reply" }));
  const isOpen = !reasons.some(({ rule, severity }) => severity === "reschedule" && (rule === "D6" || rule === "P3"));
  return { headroom: (100 - value.bar) / 100, isOpen };
}

/** The n-th call to a cold lead, after n − 1 that nobody took. */
export function expectCall(n: number): Expectation {
  const first = localDay("Europe/Dublin", now) + 1;
  const callAt = (i: number) => instantAt("Europe/Dublin", addBusinessDays(first, i * spacing), hour);
  const earlier = Array.from({ length: n - 1 }, (_, i) => callAt(i));
  const touches = earlier.map((at) => aTouch(at, { channel: "phone", disposition: "no_answer" }));
  return expectationOf(aDossier({ touches }), callAt(n - 1));
}

/** A fresh lead, and one that said no some time ago. */
export function expectAfterNo(daysAgo: number | null): Expectation {
  const at = new Date(now.getTime() + 26 * 3_600_000);
  if (daysAgo === null) return expectationOf(aDossier(), at);
  const said = new Date(now.getTime() - daysAgo * 86_400_000);
  const touches = [aTouch(said, { channel: "phone", direction: "in", disposition: "said_no", ask: "none" })];
  return expectationOf(
    aDossier({ touches, objections: [{ id: objectionId, kind: "not_now", words: "No, thank you", at: said, channel: "phone" }] }),
    at,
  );
}
