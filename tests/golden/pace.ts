import { aReply, aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { aNo, aPlanned, assessed, chose, offers, person, type GoldenCase } from "#tests/golden/case.ts";

const inquiry = (day: number, hour: number) => aTouch(on(day, hour), { direction: "in", disposition: "inquired", ask: "none" });
const silent = (days: number[], over = {}) => days.map((day) => aTouch(on(day, 10), { value: 60, ...over }));
const replied = aReply(on(-40), "Send me the sheet please");

/** D2, D5: their timeline, where the relationship stands, and what weighs on them. */
export const pace: GoldenCase[] = [
  {
    name: "near their decision twice as often is right",
    rules: ["D2"],
    dossier: { touches: silent([0]), assessment: assessed({ decisionOn: "2026-11-20" }) },
    then: { kind: "allow", demands: [], bestAt: "2026-11-04" },
  },
  {
    name: "far from it half as often is",
    rules: ["D2"],
    dossier: { touches: silent([0]), assessment: assessed({ decisionOn: "2027-11-20" }) },
    then: { kind: "reschedule", demands: ["D1"], bestAt: "2026-11-09", nextAllowedAt: "2026-11-04T00:00" },
  },
  {
    name: "a cold text is never in rhythm",
    plan: { channel: "sms" },
    dossier: { person: person({ country: "IE" }) },
    then: { kind: "reschedule", demands: ["D1"], headline: "Not at this time", nextAllowedAt: null, bestAt: null },
  },
  {
    name: "an open deal gone quiet for three touches is ghosted, too",
    dossier: { hasOpenDeal: true, touches: [replied, ...silent([-38, -30, -20])] },
    then: { kind: "allow", demands: [], says: ["D5"], state: "ghosted" },
  },
  {
    name: "what a friend introduced is warm from the start",
    dossier: { person: person({ relationship: "referral" }) },
    plan: { offer: offers("introduction", "Lund Dairy, who had the same audit"), ask: "call" },
    then: { kind: "allow", state: "warm", brings: ["an introduction"] },
  },
  {
    name: "their decision is behind them: the usual rhythm",
    rules: ["D2"],
    dossier: { touches: silent([0]), assessment: assessed({ decisionOn: "2026-10-20" }) },
    then: { kind: "reschedule", demands: ["D1"], bestAt: "2026-11-05" },
  },
  {
    name: "a second silence makes the next pause longer",
    plan: { at: on(20, 10) },
    dossier: { touches: silent([-7, 0]) },
    then: { kind: "allow", demands: [], bestAt: "2026-11-09" },
  },
  {
    name: "whoever asked yesterday is not rung up twice within ten minutes",
    now: on(0, 10),
    plan: { channel: "linkedin", at: on(0, 10) },
    dossier: { touches: [inquiry(-1, 9), aTouch(new Date(on(0, 10).getTime() - 600_000), { channel: "phone", disposition: "no_answer" })] },
    then: { kind: "reschedule", demands: ["D1"], state: "inbound", nextAllowedAt: "2026-11-02T10:18" },
  },
  {
    name: "the day they named is nearer than the rhythm's",
    dossier: { agreedDays: ["2026-11-05"], touches: [replied, ...silent([-9, -3])] },
    then: { kind: "reschedule", demands: ["D1"], nextAllowedAt: "2026-11-05T00:00" },
  },
  {
    name: "they came to us after sixty days: nothing is overdue in an answer",
    now: on(0, 10),
    plan: { at: on(0, 11), offer: offers("answer", "What they asked about the audit") },
    dossier: { touches: [...silent([-60]), inquiry(0, 9)] },
    then: { kind: "allow", headline: "Welcome", saysNot: ["D3"] },
  },
  {
    name: "an open deal gone quiet for two touches is still a deal",
    dossier: { hasOpenDeal: true, touches: [replied, ...silent([-30, -20])] },
    then: { kind: "allow", saysNot: ["D5"], state: "opportunity" },
  },
  {
    name: "quiet for half a year, and written to twice: nurture, not ghosted",
    dossier: { touches: [aReply(on(-200), "Interesting"), ...silent([-150, -70])] },
    then: { kind: "allow", state: "nurture", saysNot: ["D5"] },
  },
  {
    name: "a no of half a year ago is history",
    dossier: { touches: [aReply(on(-190), "No, thanks", { disposition: "said_no" })], objections: [aNo(on(-190))] },
    plan: { ask: "none" },
    then: { kind: "allow", state: "nurture" },
  },
  {
    name: "a call nobody takes weighs half a call",
    dossier: { touches: [aTouch(on(-13, 10), { channel: "phone", disposition: "no_answer" })] },
    then: { kind: "allow", pressure: 0.3 },
  },
  {
    name: "a welcome touch weighs nothing",
    dossier: { touches: [aTouch(on(-13, 10), { disposition: "thanked" })] },
    then: { kind: "allow", pressure: 0 },
  },
  {
    name: "one that drew a reply weighs little",
    dossier: { touches: [aTouch(on(-13, 10), { disposition: "replied" })] },
    then: { kind: "allow", pressure: 0.1 },
  },
  {
    name: "one that drew a no weighs more than silence",
    plan: { ask: "none" },
    dossier: { touches: [aTouch(on(-59, 10), { disposition: "said_no" })], objections: [aNo(on(-59, 10))] },
    then: { kind: "allow", pressure: 0.13, state: "soft_no" },
  },
  {
    name: "what brought much weighs less",
    dossier: { touches: [aTouch(on(-13, 10), { value: 100 })] },
    then: { kind: "allow", pressure: 0.38 },
  },
  {
    name: "an answer takes the weight off what came before",
    dossier: { touches: [aTouch(on(-13, 10)), aReply(on(-12), "Thank you, noted")] },
    then: { kind: "allow", pressure: 0.2 },
  },
  {
    name: "half of what their colleagues hear is felt",
    dossier: { company: [{ at: on(-13, 10), channel: "email" }] },
    then: { kind: "allow", pressure: 0.25, room: 2.75 },
  },
  {
    name: "two of us at their company: less room",
    dossier: { company: [-13, -12].map((day) => ({ at: on(day, 10), channel: "email" })) },
    then: { kind: "allow", room: 2.2 },
  },
  {
    name: "a little late is late, not overdue",
    dossier: { touches: silent([-10]) },
    then: { kind: "allow", fit: "late", fitPoints: 74, headline: "Welcome" },
  },
  {
    name: "on a Saturday the best day is Monday",
    now: on(5),
    plan: { at: on(5, 10) },
    then: { kind: "allow", bestAt: "2026-11-09T10:00" },
  },
  {
    name: "what they chose weighs less",
    dossier: { terms: chose({ channels: ["email"] }) },
    then: { kind: "allow", weight: 0.72 },
  },
  { name: "what they did not choose weighs its weight", then: { kind: "allow", weight: 0.91 } },
  {
    name: "three in seven days are the most, even where all were welcome",
    plan: { channel: "meeting" },
    dossier: { touches: [-5, -4, -3].map((day) => aTouch(on(day), { disposition: "thanked" })) },
    then: { kind: "reschedule", demands: ["D1"], nextAllowedAt: "2026-11-04T09:00" },
  },
  {
    name: "two by e-mail in seven days are the most, even where both were welcome",
    dossier: { touches: [-5, -3].map((day) => aTouch(on(day), { disposition: "thanked" })) },
    then: { kind: "reschedule", demands: ["D1"], nextAllowedAt: "2026-11-04T09:00" },
  },
  {
    name: "a question for which a colleague has planned the answer waits no more",
    plan: { at: on(4, 10) },
    dossier: { touches: [aReply(on(-1), "How does it treat old pumps?", { disposition: "asked_question" })], planned: [aPlanned(on(1))] },
    then: { kind: "allow", askedFor: null, says: ["D9"] },
  },
  {
    name: "a year and a half ago is long overdue, not a first contact",
    dossier: { touches: silent([-500]) },
    then: { kind: "allow", headline: "Welcome, and overdue", says: ["D3"] },
  },
  {
    name: "a mail that met an empty office has not reached them",
    dossier: { touches: silent([0], { disposition: "out_of_office" }) },
    then: { kind: "allow", demands: [], budget: [0, 8] },
  },
  {
    name: "a visit weighs more than they have room for, and is open to somebody left in peace",
    plan: { channel: "meeting", ask: "none", offer: offers("resource", "A morning with our engineer"), draft: "" },
    dossier: { touches: [aReply(on(-200), "Interesting")] },
    then: { kind: "allow", demands: [], state: "nurture", room: 1.5, weight: 1.55 },
  },
];
