import { z } from "zod";

import { toTerms } from "#lib/consent/terms.ts";
import { Relationship, SubscriberKind } from "#lib/follow-up/vocabulary.ts";
import { Homework, Stake } from "#lib/prospects/assessment.ts";
import { ContactKind } from "#lib/prospects/contact-points.ts";
import { FactOrigin } from "#lib/prospects/fact-origin.ts";

const instant = z.coerce.date();
const day = z.string().nullable();
const text = z.string().nullable();

/** A prospect's record as the left column shows it. Days are YYYY-MM-DD. */
export const ProspectRecord = z.object({
  id: z.string(),
  name: z.string(),
  givenName: text,
  familyName: text,
  jobTitle: text,
  timeZone: text,
  country: text,
  region: text,
  language: text,
  subscriberKind: SubscriberKind,
  relationship: Relationship,
  source: text,
  version: z.number(),
  createdAt: instant,
  archivedAt: instant.nullable(),
  lastOutboundAt: instant.nullable(),
  lastInboundAt: instant.nullable(),
  unanswered: z.number(),
  nextAt: instant.nullable(),
  pausedUntil: day,
  stoppedAt: instant.nullable(),
  owner: z.object({ id: z.string(), name: z.string() }),
  /** `visible` is whether this actor may open the company, not only read its name. */
  company: z.object({ id: z.string(), name: z.string(), visible: z.boolean() }).nullable(),
  contactPoints: z.array(
    z.object({
      id: z.string(),
      kind: ContactKind,
      value: z.string(),
      normalised: z.string(),
      isPrimary: z.boolean(),
      invalidAt: instant.nullable(),
    }),
  ),
  facts: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      value: z.string(),
      origin: FactOrigin,
      originNote: text,
      onDay: day,
      recordedAt: instant,
      recordedBy: text,
    }),
  ),
  deals: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      amount: z.number(),
      currency: z.string(),
      stage: z.string(),
      stageKind: z.enum(["open", "won", "lost"]),
      agreed: z.boolean(),
      stageSince: instant,
    }),
  ),
  assessment: z
    .object({ fit: z.number(), stake: Stake, homework: Homework, decisionOn: day, timelineSource: text, assessedAt: instant })
    .nullable(),
  nextSteps: z.array(
    z.object({
      ...{ id: z.string(), what: z.string(), owedBy: z.enum(["us", "them"]), dueOn: day, agreed: z.boolean(), createdAt: instant },
      /** What they said of it on their own page. */
      ...{ confirmed: z.boolean(), correction: text },
    }),
  ),
  terms: z.unknown().transform((row) => (row ? toTerms(row as Parameters<typeof toTerms>[0]) : null)),
});
export type ProspectRecord = z.output<typeof ProspectRecord>;
export type NextStep = ProspectRecord["nextSteps"][number];
