import { aReply, aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { aLine, chose, type GoldenCase, ledger } from "#tests/golden/case.ts";

const tooEarly = "Came too soon";
const alone = "Left alone too long";
const givenUp = "Given up before an effort was made";
const answered = aReply(on(-40), "Thank you, noted");

/** D3, P2: what the record shows as too much and too little of somebody, whatever is planned next. */
export const persistence: GoldenCase[] = [
  {
    name: "in rhythm: neither",
    dossier: { touches: [aTouch(on(-9)), aTouch(on(-3))] },
    then: { kind: "allow", tooMuch: [], tooLittle: [] },
  },
  {
    name: "two on one day",
    dossier: { touches: [aTouch(on(-5, 9)), aTouch(on(-5, 15), { channel: "phone" })] },
    then: { kind: "allow", tooMuch: [tooEarly], tooLittle: [] },
  },
  {
    name: "two on one day with their answer between",
    dossier: { touches: [aTouch(on(-5, 9)), aReply(on(-5, 12), "And the second page?"), aTouch(on(-5, 15), { channel: "phone" })] },
    then: { kind: "allow", tooMuch: [] },
  },
  {
    name: "a call on each of five days",
    plan: { at: on(30, 10) },
    dossier: { touches: [-7, -6, -5, -4, -3].map((day) => aTouch(on(day), { channel: "phone", disposition: "voicemail" })) },
    then: { kind: "allow", tooMuch: ["More than they had room for"] },
  },
  {
    name: "a touch after their stop",
    dossier: { ledger: ledger(aLine("objected")), touches: [aTouch(on(-1))] },
    then: { kind: "block", tooMuch: ["A touch after their stop"], tooLittle: [] },
  },
  {
    name: "more attempts than are kind",
    dossier: { touches: [-300, -280, -260, -240, -220, -200, -180, -160, -140, -5].map((day) => aTouch(on(day))) },
    then: { kind: "reschedule", tooMuch: ["Beyond the budget of attempts"] },
  },
  {
    name: "touches that brought too little",
    dossier: { touches: [aTouch(on(-9), { value: 5 }), aTouch(on(-3), { value: 60 })] },
    then: { kind: "allow", tooMuch: ["Brought too little"] },
  },
  {
    name: "two touches and two months of nothing",
    dossier: { touches: [aTouch(on(-70)), aTouch(on(-62))] },
    then: { kind: "allow", tooLittle: [alone, givenUp], givenUp: true },
  },
  {
    name: "left after an answer",
    dossier: { touches: [aTouch(on(-45)), answered] },
    then: { kind: "allow", tooLittle: [alone], givenUp: false },
  },
  {
    name: "they asked for quiet, and have it",
    dossier: { terms: chose({ pausedUntil: "2026-12-01" }), touches: [aTouch(on(-70)), aTouch(on(-62))] },
    then: { kind: "reschedule", tooLittle: [] },
  },
  {
    name: "their question waits for three days",
    dossier: { touches: [aReply(on(-3), "How does it treat old pumps?", { disposition: "asked_question" })] },
    then: { kind: "allow", tooLittle: ["Their question waits"] },
  },
  {
    name: "a promise was not kept",
    dossier: { agreedDays: ["2026-10-28"] },
    then: { kind: "allow", tooLittle: ["A promise was not kept"] },
  },
];
