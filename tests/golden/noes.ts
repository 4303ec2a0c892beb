import { aReply, aTouch, daysFromNow as on, objectionId } from "#tests/factories/dossier.ts";
import { aLine, aNo, aPlanned, type GoldenCase, nothing, person } from "#tests/golden/case.ts";

const saidNo = (day: number, over = {}) => aReply(on(day), "Not interested, thanks", { disposition: "said_no", ...over });
const yesterday = { touches: [aTouch(on(-2)), saidNo(-1)], objections: [aNo(on(-1))] };
const reply = { answersObjectionId: objectionId };

/** C5, C6: noes, the one considered reply, and the end. */
export const noes: GoldenCase[] = [
  {
    name: "yesterday's no, and the next touch as if nothing had been said",
    dossier: yesterday,
    then: { kind: "reschedule", demands: ["C5", "C6"], state: "soft_no", nextAllowedAt: "2026-12-01T00:00" },
  },
  {
    name: "one considered reply, at once",
    plan: reply,
    dossier: yesterday,
    then: { kind: "allow", demands: [], brings: ["answers their objection"] },
  },
  {
    name: "with nothing in its hands it is none",
    plan: { ...reply, offer: nothing },
    dossier: yesterday,
    then: { kind: "reschedule", demands: ["C5", "V2", "C6"] },
  },
  {
    name: "on another channel it is none",
    plan: { ...reply, channel: "phone" },
    dossier: yesterday,
    then: { kind: "reschedule", demands: ["C5"] },
  },
  {
    name: "a second one is none",
    plan: reply,
    dossier: { ...yesterday, touches: [...yesterday.touches, aTouch(on(0, 8))] },
    then: { kind: "reschedule", demands: ["C5"] },
  },
  {
    name: "nor is one beside a colleague's",
    plan: reply,
    dossier: { ...yesterday, planned: [aPlanned(on(3), { answersObjectionId: objectionId })] },
    then: { kind: "reschedule", demands: ["C5"] },
  },
  {
    name: "a final no has no reply at all",
    plan: reply,
    dossier: { ...yesterday, objections: [aNo(on(-1), { kind: "final" })] },
    then: { kind: "block", demands: ["C6", "D1"], nextAllowedAt: "2027-11-01" },
  },
  {
    name: "three noes of any kind are the end",
    plan: reply,
    dossier: {
      touches: [saidNo(-95), saidNo(-65), saidNo(-35)],
      objections: [aNo(on(-95), { id: "a" }), aNo(on(-65), { id: "b" }), aNo(on(-35))],
    },
    then: { kind: "block", demands: ["C6"], nextAllowedAt: "2027-09-27T23:00" },
  },
  {
    name: "once it has rested, a new ask has to answer the no",
    dossier: { touches: [saidNo(-40)], objections: [aNo(on(-40))] },
    then: { kind: "rewrite", demands: ["C6"], demandsNot: ["C5"], remedy: { do: "answer-objection", objectionId } },
  },
  {
    name: "and something new that answers it is welcome",
    plan: reply,
    dossier: { touches: [saidNo(-40)], objections: [aNo(on(-40))] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "something for them that asks nothing need not answer it",
    plan: { ask: "none" },
    dossier: { touches: [saidNo(-40)], objections: [aNo(on(-40))] },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "a no they have warmed from no longer stands",
    dossier: {
      touches: [saidNo(-40), aReply(on(-6), "We looked again. What would it cost?", { disposition: "interested" }), aTouch(on(-5))],
      objections: [aNo(on(-40), { kind: "final" })],
    },
    then: { kind: "allow", demands: [], state: "warm" },
  },
  {
    name: "in France a no rests for sixty days",
    plan: { channel: "phone", at: on(1, 10), ask: "none" },
    dossier: {
      person: person({ country: "FR", timeZone: "Europe/Paris", subscriberKind: "consumer" }),
      ledger: [aLine("express", { effectiveFrom: on(-200) })],
      touches: [saidNo(-40, { channel: "phone" })],
      objections: [aNo(on(-40), { channel: "phone" })],
    },
    then: { kind: "reschedule", demands: ["C5"], nextAllowedAt: "2026-11-23" },
  },
  {
    name: "saying no again, in a later word, does not warm them",
    plan: { ask: "none" },
    dossier: { touches: [saidNo(-40), saidNo(-35)], objections: [aNo(on(-40))] },
    then: { kind: "allow", state: "soft_no" },
  },
];
