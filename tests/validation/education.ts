import type { ConsentEntry } from "#lib/consent/ledger.ts";
import type { Disposition, Touch } from "#lib/follow-up/touch.ts";
import { type Channel, OfferKind } from "#lib/follow-up/vocabulary.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { clear, openGate } from "#lib/scoring/score-follow-up.ts";
import { aDossier, aPlan, aTouch, assetId, daysFromNow, now, policy } from "#tests/factories/dossier.ts";

type Row = Record<string, string>;

/** What the last activity of a lead was, as a touch; those not named say nothing about us. */
const activities: Record<string, [channel: Channel, direction: Touch["direction"], disposition: Disposition]> = {
  "Email Opened": ["email", "out", "sent"],
  "Email Link Clicked": ["email", "out", "sent"],
  "Email Received": ["email", "out", "sent"],
  "Email Bounced": ["email", "out", "bounced"],
  "SMS Sent": ["sms", "out", "sent"],
  Unreachable: ["phone", "out", "no_answer"],
  "Had a Phone Conversation": ["phone", "out", "conversation"],
  "Olark Chat Conversation": ["email", "in", "inquired"],
  "Form Submitted on Website": ["email", "in", "inquired"],
};

/** Minutes on the site that pass for a perfect score. */
const mostInterested = 20;

const isOptedOut = (row: Row) => row["Do Not Email"] === "Yes";
export const fitOf = (row: Row) => Math.min(100, Math.round((Number(row["Total Time Spent on Website"]) / 60 / mostInterested) * 100));

const no = (channel: Channel): ConsentEntry => ({
  id: `no-${channel}`,
  channel,
  status: "withdrawn",
  basis: null,
  saidBy: "import",
  effectiveFrom: daysFromNow(-90),
  effectiveTo: null,
});

/** A lead as the judges would know it. The basis is as strong as it can be, so that only their no stands in the way. */
export function dossierOf(row: Row, fit = fitOf(row)): Dossier {
  const happened = activities[row["Last Activity"]!];
  const yes: ConsentEntry = {
    ...no("email"),
    id: "yes",
    channel: "any",
    status: "express",
    saidBy: "person",
    effectiveFrom: daysFromNow(-120),
  };
  return aDossier({
    ledger: [yes, ...(isOptedOut(row) ? [no("email")] : []), ...(row["Do Not Call"] === "Yes" ? [no("phone")] : [])],
    touches: happened ? [aTouch(daysFromNow(-20), { channel: happened[0], direction: happened[1], disposition: happened[2] })] : [],
    assessment: { fit, stake: "high", homework: "researched", decisionOn: null },
  });
}

const plans = OfferKind.options.map((kind) =>
  aPlan({ offer: { kind, assetId: kind === "asset" ? assetId : null, text: "What they looked for on the site" } }),
);

export type Cleared = { leads: number; judged: number; cleared: number; converted: number };

/** E-mails that are cleared to leads, with every offer, at their own score and at the lowest and highest there are, with and without a manager's word. */
export function clearedMails(rows: readonly Row[], optedOut: boolean): Cleared {
  const sum: Cleared = { leads: 0, judged: 0, cleared: 0, converted: 0 };
  for (const row of rows) {
    if (isOptedOut(row) !== optedOut) continue;
    sum.leads += 1;
    if (row.Converted === "1") sum.converted += 1;
    for (const fit of new Set([0, fitOf(row), 100])) {
      const judge = openGate(dossierOf(row, fit), policy, now);
      for (const plan of plans)
        for (const override of [null, { reason: "They are our hottest lead" }]) {
          sum.judged += 1;
          if (clear(judge(plan, { override }))) sum.cleared += 1;
        }
    }
  }
  return sum;
}

export function educationReport(rows: readonly Row[]): string[] {
  const [opted, others] = [clearedMails(rows, true), clearedMails(rows, false)];
  const high = rows.filter((row) => isOptedOut(row) && fitOf(row) >= policy.assessment.highFit);
  return [
    `Online school: ${rows.length} leads, ${opted.leads} of them with “Do Not Email”, ${high.length} of those with a high score`,
    `cleared e-mails to them: ${opted.cleared} of ${opted.judged} judged; to the others: ${others.cleared} of ${others.judged}`,
    `converted all the same: ${share(opted)} of the opted-out, ${share(others)} of the others`,
  ];
}

const share = ({ converted, leads }: Cleared) => `${((100 * converted) / leads).toFixed(1)} %`;
