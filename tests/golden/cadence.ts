import { aReply, aTouch, daysFromNow as on } from "#tests/factories/dossier.ts";
import { aLine, aPlanned, ledger, nothing, offers, person, type GoldenCase } from "#tests/golden/case.ts";

const inquiry = (day: number, hour: number) => aTouch(on(day, hour), { direction: "in", disposition: "inquired", ask: "none" });
const silent = (days: number[], over = {}) => days.map((day) => aTouch(on(day, 10), { value: 60, ...over }));
const voicemail = { channel: "phone", disposition: "voicemail" } as const;
const replied = aReply(on(-40), "Send me the sheet please");

/** D1–D6, D8, D9, P3: too soon, in rhythm, too late. */
export const cadence: GoldenCase[] = [
  {
    name: "the day after the last e-mail is too soon",
    dossier: { touches: silent([0]) },
    then: { kind: "reschedule", demands: ["D1"], remedy: { do: "move" }, nextAllowedAt: "2026-11-04T00:00" },
  },
  {
    name: "a call half an hour after an e-mail counts with it",
    plan: { channel: "phone", at: on(1, 10) },
    dossier: { planned: [aPlanned(on(1, 9))] },
    then: { kind: "reschedule", demands: ["D1"], says: ["D9"], nextAllowedAt: "2026-11-04T09:00" },
  },
  {
    name: "what bounced has not reached them and presses nobody",
    dossier: { touches: silent([0], { disposition: "bounced" }) },
    then: { kind: "allow", demands: [], budget: [0, 8] },
  },
  {
    name: "three touches a week are the most, all channels counted",
    plan: { channel: "linkedin", at: on(4, 10) },
    dossier: { touches: silent([-1]), planned: [aPlanned(on(1)), aPlanned(on(3), { id: "p2", channel: "phone" })] },
    then: { kind: "reschedule", demands: ["D1"] },
  },
  {
    name: "two weekly e-mails and a call: they have been asked enough lately",
    dossier: { touches: [...silent([-10, -5]), aTouch(on(-3), { channel: "phone", disposition: "voicemail" })] },
    then: { kind: "reschedule", demands: ["D1"] },
  },
  {
    name: "their colleagues' post weighs on them, too",
    dossier: { touches: silent([-6]), company: [-5, -4, -3, -2, -1].map((day) => ({ at: on(day), channel: "phone" })) },
    then: { kind: "reschedule", demands: ["D1"], says: ["D9"] },
  },
  {
    name: "sixty days without a word: welcome, and overdue",
    dossier: { touches: silent([-60]) },
    then: { kind: "allow", headline: "Welcome, and overdue", fit: "overdue", fitPoints: 0, says: ["D3", "D4"], givenUp: true },
  },
  {
    name: "in rhythm nothing is said of lateness",
    dossier: { touches: silent([-4]) },
    then: { kind: "allow", headline: "Welcome", fit: "right", fitPoints: 100, saysNot: ["D3"], givenUp: false },
  },
  {
    name: "four e-mails unanswered: another way is kinder",
    dossier: { touches: silent([-95, -70, -50, -30]) },
    then: { kind: "reschedule", demands: ["P3"], nextAllowedAt: "2027-01-01" },
  },
  {
    name: "the telephone is such a way",
    plan: { channel: "phone" },
    dossier: { touches: silent([-95, -70, -50, -30]) },
    then: { kind: "allow", demands: [], says: ["D4"] },
  },
  {
    name: "two e-mails in a row: what has not been tried yet is named",
    dossier: { touches: silent([-30, -15]) },
    then: { kind: "allow", says: ["P3"] },
  },
  {
    name: "two voicemails are enough of them",
    plan: { channel: "phone" },
    dossier: { touches: [aTouch(on(-30), voicemail), aTouch(on(-15), voicemail)] },
    then: { kind: "allow", says: ["P3"] },
  },
  {
    name: "the last attempt is a kind close",
    plan: { channel: "phone" },
    dossier: { touches: [...silent([-150, -130, -110, -20]), ...silent([-100, -80, -60], { channel: "phone" })] },
    then: { kind: "allow", says: ["D6"], saysNot: ["D4"], budget: [7, 8] },
  },
  {
    name: "the budget is spent: close kindly and let it rest",
    plan: { channel: "mail" },
    dossier: { touches: [...silent([-150, -130, -110, -40]), ...silent([-100, -80, -60, -30], { channel: "phone" })] },
    then: { kind: "reschedule", demands: ["D6"], nextAllowedAt: "2027-01-01", budget: [8, 8] },
  },
  {
    name: "quiet after two more: ghosted, and patience first",
    dossier: { touches: [replied, ...silent([-9, -3])] },
    then: { kind: "reschedule", demands: ["D1"], says: ["D5"], state: "ghosted" },
  },
  {
    name: "four months of quiet: nurture, once a month at most",
    dossier: { touches: [aReply(on(-200), "Interesting"), ...silent([-20])] },
    then: { kind: "reschedule", demands: ["D1"], saysNot: ["D5"], state: "nurture" },
  },
  {
    name: "a customer is not wooed every week",
    dossier: { person: person({ relationship: "customer" }), touches: silent([-3]) },
    then: { kind: "reschedule", demands: ["D1"], state: "customer" },
  },
  {
    name: "somebody asked half an hour ago, and we ring back",
    now: on(0, 10),
    plan: { at: on(0, 10), channel: "phone", offer: offers("answer", "What they asked about the audit") },
    dossier: { touches: [inquiry(0, 9)] },
    then: { kind: "allow", demands: [], state: "inbound", askedFor: "they await your answer", headline: "Welcome" },
  },
  {
    name: "their question is answered at once, though we wrote yesterday",
    now: on(0, 11),
    plan: { at: on(0, 12), offer: offers("answer", "How the audit treats old pumps") },
    dossier: { touches: [aTouch(on(-1, 10)), aReply(on(0, 10), "How does it treat old pumps?", { disposition: "asked_question" })] },
    then: { kind: "allow", demands: [], askedFor: "they await your answer", brings: ["answers their question"] },
  },
  {
    name: "a question of six weeks ago is no longer waiting",
    dossier: { touches: [aTouch(on(-45)), aReply(on(-42), "How does it treat old pumps?", { disposition: "asked_question" })] },
    then: { kind: "allow", askedFor: null },
  },
  {
    name: "their question came by phone; a text is no way to answer it",
    plan: { channel: "linkedin", offer: offers("answer", "How the audit treats old pumps") },
    dossier: { touches: [aTouch(on(0, 8), { channel: "phone", direction: "in", disposition: "asked_question" })] },
    then: { kind: "allow", askedFor: null },
  },
  {
    name: "a day they named is open, whatever the rhythm says, and needs no gift",
    plan: { offer: nothing },
    dossier: { agreedDays: ["2026-11-03"], touches: silent([0]) },
    then: { kind: "allow", demands: [], askedFor: "they asked for it today", headline: "Welcome" },
  },
  {
    name: "for one touch, not for two",
    dossier: { agreedDays: ["2026-11-03"], touches: silent([0]), planned: [aPlanned(on(1, 9))] },
    then: { kind: "reschedule", demands: ["D1"], askedFor: null },
  },
  { name: "a promise of last week is still owed", dossier: { agreedDays: ["2026-10-28"] }, then: { kind: "allow", says: ["D8"] } },
  {
    name: "a time that has passed",
    plan: { at: on(-1, 10) },
    then: { kind: "reschedule", demands: ["D8"], remedy: { do: "move", at: on(0, 10) } },
  },
  {
    name: "a time that has passed and falls due is no fault",
    plan: { at: on(-1, 10) },
    circumstances: { isDue: true },
    then: { kind: "allow", demands: [] },
  },
  {
    name: "due again, and they asked us to stop meanwhile",
    plan: { at: on(-1, 10) },
    dossier: { ledger: ledger(aLine("objected", { effectiveFrom: on(0, 8) })) },
    circumstances: { isDue: true },
    then: { kind: "block", demands: ["C4"] },
  },
  {
    name: "a colleague has something planned with them",
    plan: { at: on(3, 10) },
    dossier: { planned: [aPlanned(on(9, 10))] },
    then: { kind: "allow", says: ["D9"] },
  },
  {
    name: "others in their company hear from us this week",
    dossier: { company: [{ at: on(-2), channel: "email" }] },
    then: { kind: "allow", says: ["D9"] },
  },
  {
    name: "the head of the firm hears from everybody: more apart",
    dossier: { person: person({ jobTitle: "Managing Director" }), touches: silent([-1]) },
    plan: { at: on(1, 10) },
    then: { kind: "reschedule", demands: ["D1"], budget: [1, 6] },
  },
  {
    name: "the plant manager with the same history is in rhythm",
    dossier: { touches: silent([-1]) },
    then: { kind: "allow", fit: "early", budget: [1, 8] },
  },
];
