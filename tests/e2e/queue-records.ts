import { randomUUID } from "node:crypto";

import { query } from "#tests/e2e/prospect-link.ts";
import { type DemoRole, emailOf } from "#tests/setup/sign-ins.ts";

type Member = { orgId: string; userId: string; teamId: string };
export type Waiting = { name: string; heard?: boolean; promisedFor?: number };

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);

/** People of a member's of the demo who wait in their queue: left alone for five weeks; or with a question since yesterday; or with a promise due so many days ago. They agreed to e-mail. */
export async function peopleWaiting(role: DemoRole, people: Waiting[]): Promise<void> {
  const [member] = await query<Member>(
    `SELECT m."orgId", m."userId", m."teamId" FROM "Member" m JOIN "User" u ON u.id = m."userId" WHERE u.email = $1`,
    [emailOf(role)],
  );
  for (const person of people) await onePerson(member!, person);
}

async function onePerson({ orgId, userId, teamId }: Member, { name, heard = false, promisedFor }: Waiting): Promise<void> {
  const id = randomUUID();
  const email = `${id.slice(0, 8)}@vilar.example`;
  await query(
    `INSERT INTO "Prospect" ("orgId", id, "ownerId", "teamId", name, "givenName", "timeZone", country, "subscriberKind", relationship, "searchText", "primaryEmail", "lastOutboundAt", "lastInboundAt")
     VALUES ($1, $2, $3, $4, $5, split_part($5, ' ', 1), 'Europe/Amsterdam', 'NL', 'corporate', 'inbound', lower($5), $6, $7, $8)`,
    [orgId, id, userId, teamId, name, email, promisedFor ? null : ago(35), heard ? ago(1) : null],
  );
  await query(
    `INSERT INTO "ContactPoint" ("orgId", id, "prospectId", kind, value, normalised, "isPrimary") VALUES ($1, $2, $3, 'email', $4, $4, true)`,
    [orgId, randomUUID(), id, email],
  );
  await query(
    `INSERT INTO "ConsentEvent" ("orgId", id, "prospectId", channel, status, "saidBy", method, basis, "effectiveFrom") VALUES ($1, $2, $3, 'email', 'express', 'person', 'form', 'consent', $4)`,
    [orgId, randomUUID(), id, ago(40)],
  );
  const touch = (direction: string, disposition: string, at: Date, theySaid: string | null) =>
    query(
      `INSERT INTO "Touchpoint" ("orgId", id, "prospectId", channel, direction, disposition, "theySaid", at, "timeZone", "byId") VALUES ($1, $2, $3, 'email', $4, $5, $6, $7, 'Europe/Amsterdam', $8)`,
      [orgId, randomUUID(), id, direction, disposition, theySaid, at, userId],
    );
  if (!promisedFor) await touch("out", "sent", ago(35), null);
  if (heard) await touch("in", "asked_question", ago(1), "Which of your loggers pass the audit?");
  if (promisedFor)
    await query(
      `INSERT INTO "NextStep" ("orgId", id, "prospectId", what, "owedBy", "dueOn", "createdById") VALUES ($1, $2, $3, 'The certificate', 'us', $4, $5)`,
      [orgId, randomUUID(), id, ago(promisedFor), userId],
    );
}
