import type { SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import { asked, called, gave, met, type SeedProspect, wrote } from "#prisma/seed/shape.ts";

type Story = Omit<SeedProspect, "name" | "title" | "company" | "owner" | "zone" | "country">;

const corporate: SubscriberKind = "corporate";
const concernsTheirWork: SeedProspect["consent"] = [
  { day: -95, channel: "any", status: "legitimate_interest", saidBy: "rep", method: "other" },
];
const byForm: SeedProspect["consent"] = [
  { day: -95, channel: "email", status: "express", saidBy: "person", method: "form", wording: "Write to me about this." },
];

/** How it can go between a rep and somebody: well, badly, or not at all. `d` shifts the days so that no two are alike. */
export const rhythms = {
  fresh: (d) => ({ kind: "unknown", relationship: "cold", source: "List of attendees", since: 4 + d, touches: [] }),
  inquired: (d) => ({
    ...{ kind: corporate, relationship: "inbound", source: "Our site", since: 3 + d, consent: [{ ...byForm[0]!, day: -2 - d }] },
    touches: [wrote(-2 - d, "inquired", "Can your loggers send their readings to our own system?")],
  }),
  steady: (d) => ({
    ...{ kind: corporate, relationship: "inbound", source: "Our site", since: 100, consent: byForm },
    assessment: { fit: 70, stake: "medium", homework: "some" },
    touches: [
      gave(-80 - d, "What inspectors found in 2026", { asset: "inspections" }),
      wrote(-76 - d, "thanked", "Good list. Number 7 is us."),
      gave(-48 - d, "Annex 11 audit-trail checklist", { asset: "checklist" }),
      wrote(-44 - d, "replied", "Passed on to the colleague who needs it."),
      gave(-13 - d, "The hospital pharmacy in Coimbra", { asset: "pharmacy" }),
    ],
    plans: [
      {
        ...{ day: 2 + d, plannedOn: -1, channel: "email", gives: "asset", asset: "loan", ask: "resource" },
        what: "Three loggers on loan for six weeks",
        helps: "They can compare number 7 of the list in their own rooms, without a contract.",
        draft:
          "You wrote that number 7 of the list is you. Three loggers on loan would show it within six weeks; if it is not the time, just leave this be.",
      },
    ],
  }),
  answered: (d) => ({
    ...{ kind: corporate, relationship: "cold", source: "Trade register", since: 40, consent: concernsTheirWork },
    touches: [
      gave(-21 - d, "One fish hall, 40 doors", { asset: "fishHall" }),
      wrote(-2 - d, "asked_question", "How did you measure at the doors? Ours freeze over."),
    ],
  }),
  begun: (d) => ({
    ...{ kind: corporate, relationship: "cold", source: "Trade register", since: 20, consent: concernsTheirWork },
    touches: [gave(-6 - d, "What inspectors found in 2026", { asset: "inspections", ask: "reply" })],
    plans: [
      {
        ...{ day: d - 1, hour: 14, plannedOn: -5, channel: "email", gives: "asset", asset: "checklist", ask: "none" },
        what: "Annex 11 audit-trail checklist",
        helps: "It turns the inspectors’ findings into two pages they can tick off before their own audit.",
        draft: "After the findings, here is the checklist that goes with them: two pages. Nothing to answer.",
      },
    ],
  }),
  unanswered: (d) => ({
    ...{ kind: corporate, relationship: "cold", source: "List of attendees", since: 60, consent: concernsTheirWork },
    touches: [
      gave(-44 - d, "The forum in Rotterdam", { asset: "forum" }),
      called(-30 - d, "voicemail"),
      gave(-17 - d, "The hospital pharmacy in Coimbra", { asset: "pharmacy" }),
    ],
  }),
  pressed: (d) => ({
    ...{ kind: corporate, relationship: "cold", source: "List of attendees", since: 30, consent: concernsTheirWork },
    touches: [
      asked(-12 - d, "call", "Do you have ten minutes?"),
      called(-9 - d, "no_answer"),
      asked(-7 - d, "call", "Did my last message reach you?"),
      asked(-3, "meeting", "A meeting next week?"),
      called(-1, "voicemail"),
    ],
  }),
  leftAlone: (d) => ({
    ...{ kind: corporate, relationship: "inbound", source: "Forum", since: 110, consent: byForm },
    assessment: { fit: 80, stake: "high", homework: "researched" },
    touches: [
      gave(-92 - d, "Pre-validated protocols", { asset: "protocols" }),
      wrote(-88 - d, "interested", "This could spare us a quarter. Come back to me when the budget is set."),
      gave(-58 - d, "What inspectors found in 2026", { asset: "inspections" }),
    ],
  }),
  customer: (d) => ({
    ...{
      kind: corporate,
      relationship: "customer",
      source: "Referral",
      since: 115,
      consent: [{ day: -110, channel: "any", status: "soft_opt_in", saidBy: "rep", method: "contract" }],
    },
    touches: [
      met(-100 - d, "Handed over the first loggers"),
      gave(-40 - d, "How to read the yearly report", { gave: "answer" }),
      wrote(-38 - d, "thanked", "All clear, thank you."),
    ],
    deal: {
      title: "First site",
      amount: 19_000 + d * 1_500,
      stage: "Won",
      days: 100 + d,
      agreed: true,
      agreement: "Signed.",
      closesIn: -100,
    },
  }),
  comesBack: (d) => ({
    ...{ kind: corporate, relationship: "inbound", source: "Our site", since: 70, consent: byForm },
    choices: [{ day: -25, choice: { action: "call-back-days", days: 60 + 7 * d } }],
    touches: [
      gave(-62 - d, "Annex 11 audit-trail checklist", { asset: "checklist" }),
      wrote(-25, "said_later", "After our audit in the new year."),
    ],
  }),
  noMail: (d) => ({
    ...{ kind: "unknown", relationship: "cold", source: "Import", since: 50 + d },
    consent: [{ day: -50, channel: "email", status: "objected", saidBy: "import", method: "import", wording: "Do Not Email: yes" }],
    touches: [called(-18 - d, "conversation", { gave: "answer", what: "Talked about door alarms; e-mail is not wanted" })],
  }),
  saidNo: (d) => ({
    ...{ kind: corporate, relationship: "cold", source: "Trade register", since: 90, consent: concernsTheirWork },
    touches: [
      gave(-70 - d, "The forum in Rotterdam", { asset: "forum" }),
      wrote(-33 - d, "said_no", "We decided for another maker last month.", { no: "rival" }),
    ],
    deal: {
      title: "Replacement of old loggers",
      amount: 12_000 + d * 1_000,
      stage: "Lost",
      days: 33,
      agreed: true,
      agreement: "They chose another maker.",
      closesIn: -30,
    },
  }),
} satisfies Record<string, (d: number) => Story>;

export type Rhythm = keyof typeof rhythms;
