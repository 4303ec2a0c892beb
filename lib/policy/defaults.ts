import type { Policy, Rhythm } from "#lib/policy/policy.ts";

type Row = [
  min: number,
  target: number,
  max: number,
  caps: [number, number, number],
  budget: number,
  floor: number,
  backOff: number,
  ceiling: number,
];

const rhythm = (
  source: string,
  confidence: Rhythm["confidence"],
  [min, target, max, caps, budget, floor, backOff, ceiling]: Row,
): Rhythm => ({
  min,
  target,
  max,
  caps,
  budget,
  floor,
  backOff,
  ceiling,
  source,
  confidence,
});

const inquiries = "Velocify, inbound leads: of those that convert, 93 % are reached by the sixth call (a vendor’s count)";
const sequences = "Published sequence statistics of sales tools; no randomised study exists";
const overContact = "Godfrey, Seiders & Voss 2011, Journal of Marketing: contacts beyond the ideal turn repurchase down";
const judgement = "House judgement";

/** The numbers a new organisation starts with. Sources are named where one exists; what is judgement says so. */
export const defaultPolicy: Policy = {
  version: 1,
  rhythms: {
    inbound: {
      any: rhythm(inquiries, "medium", [0.06, 1, 3, [6, 11, 12], 11, 6, 1.5, 10]),
      phone: rhythm(inquiries, "medium", [0.06, 1, 3, [4, 6, 6], 6, 5, 1.5, 10]),
      email: rhythm(inquiries, "medium", [1, 3, 6, [3, 5, 6], 5, 4, 1.5, 10]),
      sms: rhythm(judgement, "low", [2, 5, 10, [1, 2, 3], 2, 0, 2, 20]),
    },
    cold: {
      any: rhythm(sequences, "medium", [1, 3, 10, [3, 7, 8], 8, 4, 1.6, 20]),
      email: rhythm(sequences, "medium", [2, 3, 10, [2, 4, 4], 4, 3, 1.6, 20]),
      phone: rhythm(sequences, "low", [2, 4, 10, [2, 4, 5], 5, 3, 1.6, 20]),
      linkedin: rhythm(judgement, "low", [5, 7, 20, [1, 2, 3], 2, 1, 2, 30]),
      sms: rhythm("Never cold: the law of most places", "high", [1, 1, 1, [0, 0, 0], 0, 0, 1, 1]),
      mail: rhythm(overContact, "low", [10, 20, 40, [1, 1, 3], 2, 0, 2, 60]),
    },
    warm: {
      any: rhythm(sequences, "medium", [1, 3, 8, [3, 7, 10], 9, 5, 1.5, 15]),
      email: rhythm(sequences, "medium", [2, 4, 8, [2, 5, 8], 6, 4, 1.5, 15]),
      phone: rhythm(inquiries, "medium", [2, 4, 8, [2, 4, 6], 6, 4, 1.5, 15]),
      linkedin: rhythm(judgement, "low", [4, 6, 15, [1, 3, 5], 3, 1, 1.8, 25]),
    },
    opportunity: {
      any: rhythm(judgement, "low", [1, 2, 6, [4, 10, 20], 7, 5, 1.4, 10]),
      email: rhythm(judgement, "low", [1, 3, 6, [3, 8, 16], 5, 4, 1.4, 10]),
      phone: rhythm(judgement, "low", [1, 4, 8, [2, 5, 10], 4, 3, 1.4, 10]),
    },
    ghosted: {
      any: rhythm(sequences, "medium", [5, 8, 15, [1, 3, 4], 5, 3, 1.6, 25]),
      email: rhythm(sequences, "medium", [5, 8, 15, [1, 3, 4], 5, 3, 1.6, 25]),
      phone: rhythm(judgement, "medium", [5, 10, 20, [1, 2, 3], 4, 1, 1.6, 30]),
    },
    nurture: {
      any: rhythm(overContact, "medium", [15, 21, 60, [1, 1, 4], 4, 0, 1.3, 60]),
      phone: rhythm(overContact, "low", [45, 60, 120, [1, 1, 1], 2, 0, 1.5, 130]),
    },
    customer: {
      any: rhythm(overContact, "medium", [5, 10, 45, [1, 3, 6], 6, 0, 1.3, 60]),
      email: rhythm(overContact, "medium", [5, 15, 45, [1, 2, 4], 4, 0, 1.3, 60]),
      phone: rhythm(overContact, "medium", [10, 20, 60, [1, 1, 3], 3, 0, 1.3, 60]),
      mail: rhythm(overContact, "medium", [5, 8, 30, [2, 4, 10], 10, 0, 1.2, 40]),
    },
    soft_no: { any: rhythm("House judgement: a reflex no is no decision, but it is a no", "low", [22, 30, 45, [1, 1, 2], 2, 0, 1, 60]) },
  },
  pressure: {
    weights: { email: 1, phone: 1.2, no_answer: 0.6, sms: 1.5, linkedin: 0.8, mail: 0.5, meeting: 1.5 },
    halfLife: { inbound: 7, opportunity: 7, warm: 14, cold: 14, ghosted: 21, nurture: 21, customer: 21, soft_no: 30 },
    capacity: { inbound: 5, opportunity: 4, warm: 3.5, cold: 2.75, ghosted: 2.25, nurture: 1.5, customer: 2.1, soft_no: 1.5 },
    afterAnswer: 0.4,
    companyShare: 0.5,
    preferredChannel: 0.8,
  },
  value: {
    offers: { none: 0, asset: 32, answer: 34, introduction: 30, invitation: 26, news: 30, sample: 30, requested: 45, resource: 16 },
    points: {
      helps: 12,
      specific: 9,
      answers: 16,
      question: 12,
      goal: 10,
      theirWords: 14,
      name: 4,
      easyAsk: 6,
      easyOut: 6,
      welcomed: 6,
      othersWelcomed: 4,
      unwelcome: 6,
    },
    othersNeeded: 5,
    base: { inbound: 15, opportunity: 18, warm: 20, cold: 22, ghosted: 28, nurture: 25, customer: 25, soft_no: 38 },
    asked: 70,
    askStep: 8,
    freeSteps: 2,
    max: 85,
    nothingNewCap: 12,
    wording: { penalties: [8, 15, 25], most: 60, gravestCap: 20 },
  },
  noes: { most: 3, restDays: 30, finalRestDays: 365, laterRestDays: 60 },
  awaitingDays: 30,
  budgetRestDays: 90,
  silence: {
    no_news: { gaps: 1, days: 30 },
    timeline_moved: { gaps: 1.5, days: 60 },
    swamped: { gaps: 1.5, days: 30 },
    personal: { gaps: 2, days: 45 },
    wrong_person: { gaps: 1.5, days: 30 },
    decided: { gaps: 2, days: 60 },
  },
  voicemails: 2,
  bridge: { most: 3, gapDays: 30 },
  urgentDays: 30,
  assessment: {
    lowFit: 40,
    highFit: 70,
    low: { budget: 0.6, minGap: 1.25, targetGap: 1.25, capacity: 0.85, bar: 5 },
    high: { budget: 1.25, minGap: 1, targetGap: 0.9, capacity: 1.1, bar: 5 },
    senior: { budget: 0.75, minGap: 1.25, targetGap: 1.25, capacity: 0.9, bar: 5 },
    noHomework: 0.75,
    researched: 1.1,
    sharedCapacity: 0.8,
  },
  timeline: { nearDays: 30, nearFactor: 0.5, farDays: 120, farFactor: 1.5 },
  rank: { value: 0.45, cadence: 0.3, calm: 0.25 },
  persistence: { earlyShare: 0.6, lowValueShare: 0.4, overBudget: 0.5, questionHours: 24, stopsAtTwoShare: 0.4, stopsAtTwoLeast: 10 },
  law: {},
};
