import { aReply, aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { type GoldenCase } from "#tests/golden/case.ts";

const ghost = [aReply(on(-60), "Let us talk after the audit"), aTouch(on(-30)), aTouch(on(-20))];
const read = (hypothesis: "no_news" | "swamped" | "personal" | "decided") => ({
  touches: ghost,
  silence: { hypothesis, at: on(-1), endsOn: "2026-12-01" },
});

/** D5: how a silence is read only ever adds to the care that is due. */
export const silence: GoldenCase[] = [
  {
    name: "a ghosted prospect whose silence nobody has read",
    dossier: { touches: ghost },
    then: { kind: "allow", says: ["D5"], saying: "ask yourself why", state: "ghosted" },
  },
  {
    name: "read as without news, a short reply may be asked",
    dossier: read("no_news"),
    then: { kind: "allow", says: ["D5"], saying: "no news on their side" },
  },
  {
    name: "read as swamped, even a reply is too much to ask",
    dossier: read("swamped"),
    then: { kind: "rewrite", demands: ["D5"], remedy: { do: "ask-nothing" } },
  },
  {
    name: "and what asks nothing is welcome",
    plan: { ask: "none" },
    dossier: read("swamped"),
    then: { kind: "allow", demands: [] },
  },
  {
    name: "read as personal, the distance doubles",
    plan: { ask: "none" },
    dossier: { ...read("personal"), touches: [ghost[0]!, ghost[1]!, aTouch(on(-8))] },
    then: { kind: "reschedule", demands: ["D1"] },
  },
  {
    name: "which without that reading would be far enough",
    plan: { ask: "none" },
    dossier: { touches: [ghost[0]!, ghost[1]!, aTouch(on(-8))] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "their answer ends the reading",
    dossier: { ...read("swamped"), touches: [...ghost, aReply(on(0, 8), "Back at my desk")] },
    then: { kind: "allow", demandsNot: ["D5"] },
  },
  {
    name: "and so does its day",
    dossier: { touches: ghost, silence: { hypothesis: "swamped", at: on(-40), endsOn: "2026-11-02" } },
    then: { kind: "allow", demandsNot: ["D5"] },
  },
  {
    name: "a manager lifts what a reading asks, and it stays in sight",
    dossier: read("decided"),
    circumstances: { override: { reason: "They told me on the phone they still choose" } },
    then: { kind: "allow", says: ["D5"] },
  },
];
