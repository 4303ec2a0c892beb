import { aTouch, daysFromNow as on, factId } from "#tests/factories/dossier.ts";
import { aFact, aLine, aPlanned, chose, type GoldenCase, ledger, nothing, offers } from "#tests/golden/case.ts";

const runsOut = aFact({ id: factId, label: "Certificate runs out", value: "Certificate 4711", on: "2026-11-20" });
const yesterday = [aTouch(on(0, 8))];
const warning = { urgentFactId: factId, offer: offers("news", "The certificate runs out on 20 November") };
const byManager = { override: { reason: "They asked the desk for it this morning" } };

/** V9 and the manager's override: what may come early, and what never may. */
export const exceptions: GoldenCase[] = [
  {
    name: "they lose something soon: the warning may come early",
    plan: warning,
    dossier: { facts: [runsOut], touches: yesterday },
    then: { kind: "allow", demands: [], says: ["V9"] },
  },
  {
    name: "once: they have been told",
    plan: warning,
    dossier: { facts: [{ ...runsOut, told: true }], touches: yesterday },
    then: { kind: "reschedule", demands: ["D1"], says: ["V9"] },
  },
  {
    name: "once: a colleague has it planned already",
    plan: warning,
    dossier: { facts: [runsOut], touches: yesterday, planned: [aPlanned(on(20), { urgentFactId: factId })] },
    then: { kind: "reschedule", demands: ["D1"], says: ["V9"] },
  },
  {
    name: "in a hurry, but a colleague calls on that very day: two of us never come at once",
    plan: warning,
    dossier: { facts: [runsOut], touches: yesterday, planned: [aPlanned(on(1))] },
    then: { kind: "reschedule", demands: ["D1"], says: ["V9", "D9"] },
  },
  {
    name: "what we only noticed is no evidence",
    plan: warning,
    dossier: { facts: [{ ...runsOut, origin: "observed" }], touches: yesterday },
    then: { kind: "reschedule", demands: ["D1"], says: ["V9"] },
  },
  {
    name: "a loss without a day is no hurry",
    plan: warning,
    dossier: { facts: [{ ...runsOut, on: null }], touches: yesterday },
    then: { kind: "reschedule", demands: ["D1"], says: ["V9"] },
  },
  {
    name: "after the loss it is too late to warn",
    plan: warning,
    dossier: { facts: [{ ...runsOut, on: "2026-11-02" }], touches: yesterday },
    then: { kind: "reschedule", demands: ["D1"], says: ["V9"], saying: "too late to warn" },
  },
  {
    name: "half a year before it there is time for their rhythm",
    plan: warning,
    dossier: { facts: [{ ...runsOut, on: "2027-05-20" }], touches: yesterday },
    then: { kind: "reschedule", demands: ["D1"], says: ["V9"] },
  },
  {
    name: "a warning with nothing against the loss",
    plan: { ...warning, offer: nothing },
    dossier: { facts: [runsOut], touches: yesterday },
    then: { kind: "reschedule", demands: ["D1", "V2"], says: ["V9"] },
  },
  {
    name: "urgent, but they paused us",
    plan: warning,
    dossier: { facts: [runsOut], terms: chose({ pausedUntil: "2026-12-01" }) },
    then: { kind: "reschedule", demands: ["C3"], says: ["V9"] },
  },
  {
    name: "urgent, but they asked us to stop",
    plan: warning,
    dossier: { facts: [runsOut], ledger: ledger(aLine("objected")) },
    then: { kind: "block", demands: ["C4"], nextAllowedAt: null },
  },
  {
    name: "urgent, but the budget is spent",
    plan: { ...warning, channel: "linkedin" },
    dossier: {
      facts: [runsOut],
      touches: [-150, -135, -120, -100, -80, -60, -40, -20].map((day, i) => aTouch(on(day), { channel: i % 2 ? "email" : "phone" })),
    },
    then: { kind: "reschedule", demands: ["D6"], says: ["V9"] },
  },
  {
    name: "a manager may lift the rhythm, and it stays visible",
    dossier: { touches: yesterday },
    circumstances: byManager,
    then: { kind: "allow", demands: [], says: ["D1"], headline: "Allowed by a manager" },
  },
  { name: "and the value", plan: { offer: nothing }, circumstances: byManager, then: { kind: "allow", demands: [], says: ["V2"] } },
  {
    name: "never a stop",
    dossier: { ledger: ledger(aLine("objected")) },
    circumstances: byManager,
    then: { kind: "block", demands: ["C4"] },
  },
  {
    name: "never a pause",
    dossier: { terms: chose({ pausedUntil: "2026-12-01" }) },
    circumstances: byManager,
    then: { kind: "reschedule", demands: ["C3"] },
  },
  { name: "never a missing basis", dossier: { ledger: [] }, circumstances: byManager, then: { kind: "confirm", demands: ["C9"] } },
  {
    name: "never their own choice of channel",
    plan: { channel: "phone" },
    dossier: { terms: chose({ channels: ["email"] }) },
    circumstances: byManager,
    then: { kind: "block", demands: ["C2"] },
  },
  {
    name: "what waits until after the loss is no longer urgent",
    plan: warning,
    dossier: {
      facts: [{ ...runsOut, on: "2026-11-09" }],
      touches: yesterday,
      planned: [aPlanned(on(10))],
      terms: chose({ pausedUntil: "2026-11-12" }),
    },
    then: { kind: "reschedule", demands: ["C3"], nextAllowedAt: "2026-11-16T00:00" },
  },
];
