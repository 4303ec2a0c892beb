import { createHash } from "node:crypto";
import type pg from "pg";

import { foldForSearch } from "#lib/prospects/search-text.ts";
import { copyInto, iso, type Row } from "./copy.ts";
import type { Terms } from "./terms.ts";
import type { History } from "./history.ts";
import { day } from "./random.ts";
import { companyForms, companyFronts, companyTrades, familyNames, givenNames, jobTitles, places } from "./words.ts";
import { memory, type Person, type Place, type World } from "./world.ts";

/** Who there is; written later, when it is known what happened to them. */
export function imaginePeople(world: World): void {
  const { random, sizes, now, reps } = world;
  world.companies = Array.from({ length: sizes.companies }, (_, i) => {
    const front = random.pick(companyFronts);
    const name = `${front} ${random.pick(companyTrades)} ${random.pick(companyForms)}`;
    return { id: random.id(now - memory + i), name, owner: random.pick(reps), domain: `${foldForSearch(front)}-${i}.example` };
  });
  world.people = Array.from({ length: sizes.prospects }, (_, i) => aPerson(world, i));
}

/** People of one company belong to one rep (D9); newer ones are more, as a business grows. */
function aPerson({ random, sizes, now, companies, reps }: World, i: number): Person {
  const createdAt = now - memory * random.next() ** 1.2 - 60_000;
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  const company = random.chance(0.93) ? random.int(sizes.companies) : -1;
  const address = `${foldForSearch(given)}.${foldForSearch(family)}${i}`.replaceAll(" ", "");
  return {
    id: random.id(createdAt),
    createdAt,
    given,
    family,
    company,
    owner: companies[company]?.owner ?? random.pick(reps),
    place: random.weighted<Place>(places),
    email: random.chance(0.94) ? `${address}@${companies[company]?.domain ?? "post.example"}` : null,
    phone: random.chance(0.55) ? `+3120${String(1_000_000 + i)}` : null,
  };
}

export async function copyPeople(client: pg.Client, world: World, history: History, terms: Terms, nextAt: Float64Array): Promise<void> {
  await copyInto(client, "Company", companyRows(world));
  await copyInto(client, "Prospect", prospectRows(world, history, terms, nextAt));
  await copyInto(client, "ContactPoint", contactRows(world));
  await copyInto(client, "OpportunityAssessment", assessmentRows(world));
  await copyInto(client, "Fact", factRows(world));
  await copyInto(client, "Suppression", suppressionRows(world, terms));
}

function* companyRows({ orgId, now, companies, members, teams }: World): Iterable<Row> {
  for (const { id, name, owner, domain } of companies) {
    const member = members[owner]!;
    const place = { ownerId: member.id, teamId: teams[member.team]!, domain, searchText: foldForSearch(name, domain) };
    yield { orgId, id, name, ...place, createdAt: iso(now - memory) };
  }
}

const instant = (at: number | undefined) => (at ? iso(at) : null);

function* prospectRows(
  { orgId, random, people, companies, members, teams }: World,
  history: History,
  terms: Terms,
  nextAt: Float64Array,
): Iterable<Row> {
  for (const [i, person] of people.entries()) {
    const { id, given, family, company, owner, place, email } = person;
    const name = `${given} ${family}`;
    yield {
      ...{ orgId, id, ownerId: members[owner]!.id, teamId: teams[members[owner]!.team]!, companyId: companies[company]?.id ?? null, name },
      ...{ givenName: given, familyName: family, jobTitle: random.chance(0.8) ? random.pick(jobTitles) : null, ...place },
      ...{
        subscriberKind: random.chance(0.85) ? "corporate" : "unknown",
        source: random.pick(["trade fair", "web form", "list", "referral"]),
      },
      relationship: random.weighted([
        ["cold", 60],
        ["inbound", 20],
        ["referral", 8],
        ["customer", 12],
      ] as const),
      ...{ searchText: foldForSearch(name, companies[company]?.name, email), createdAt: iso(person.createdAt), primaryEmail: email },
      ...{ lastOutboundAt: instant(history.lastOut[i]), lastInboundAt: instant(history.lastIn[i]), unanswered: history.unanswered[i]! },
      ...{ nextAt: instant(nextAt[i]), pausedUntil: terms.pausedUntil.get(i) ?? null, stoppedAt: instant(terms.stoppedAt.get(i)) },
    };
  }
}

function* contactRows({ orgId, random, people }: World): Iterable<Row> {
  for (const { id: prospectId, createdAt, email, phone } of people)
    for (const [kind, value] of [
      ["email", email],
      ["phone", phone],
    ] as const)
      if (value)
        yield { orgId, id: random.id(createdAt), prospectId, kind, value, normalised: value, isPrimary: true, createdAt: iso(createdAt) };
}

function* assessmentRows({ orgId, random, people, members }: World): Iterable<Row> {
  for (const { id: prospectId, createdAt, owner } of people) {
    if (!random.chance(0.3)) continue;
    const judged = {
      fit: 20 + random.int(75),
      stake: random.pick(["low", "medium", "high"]),
      homework: random.pick(["none", "some", "researched"]),
    };
    yield {
      orgId,
      id: random.id(createdAt + day),
      prospectId,
      ...judged,
      assessedById: members[owner]!.id,
      assessedAt: iso(createdAt + day),
    };
  }
}

function* factRows({ orgId, random, people, members }: World): Iterable<Row> {
  for (const { id: prospectId, createdAt, owner } of people) {
    if (!random.chance(0.4)) continue;
    const fact = random.pick([
      { label: "Uses today", value: "Paper logs and a spreadsheet", origin: "told_us" },
      { label: "Audit", value: "Every April", origin: "told_us" },
      { label: "Sites", value: "Three halls, two of them cooled", origin: "public_professional" },
    ]);
    yield { orgId, id: random.id(createdAt), prospectId, ...fact, recordedById: members[owner]!.id, recordedAt: iso(createdAt) };
  }
}

function* suppressionRows({ orgId, random, people, salt }: World, terms: Terms): Iterable<Row> {
  for (const [i, at] of terms.stoppedAt) {
    const { email } = people[i]!;
    if (!email) continue;
    const hash = createHash("sha256").update(`${salt}:email:${email}`).digest("hex");
    yield { orgId, id: random.id(at), kind: "email", hash, channel: "any", reason: "They asked us to stop", createdAt: iso(at) };
  }
}
