import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { Earlier } from "#components/earlier.tsx";
import { PageHead } from "#components/page-head.tsx";
import { listRegistries } from "#lib/consent/queries.ts";
import { lawKey } from "#lib/consent/law.ts";
import { lawByPlace } from "#lib/consent/say-law.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { BeforeVersion } from "#lib/list-address.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findPolicyAt, listLawChanges } from "#lib/policy/queries.ts";
import { LawChanges } from "./law-changes.tsx";
import { LawRuleCard } from "./law-rule.tsx";
import { Registries } from "./registries.tsx";

export const metadata: Metadata = { title: "Law" };

const Query = z.object({ before: BeforeVersion });
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LawPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "see-overview")) notFound();
  const now = requestTime();
  const isEditable = may(actor, "manage-policy");
  const { before } = Query.parse(await searchParams);
  const [policy, registries, { changes, earlier }] = await Promise.all([
    findPolicyAt(actor, now),
    listRegistries(actor),
    listLawChanges(actor, before),
  ]);
  const own = Object.keys(policy.law).length;

  return (
    <>
      <PageHead title="Law" note={own === 0 ? "As it was read" : own === 1 ? "One rule of your own" : `${own} rules of your own`} />
      <div className="policy law">
        <p className="soft policy-lead">
          <b>Not legal advice.</b> This is how the law of each place was read for planning, with its sources and how far each was read. A
          rule here can be made stricter at any time. Looser is possible for hours, caps and rests only, on purpose and with a reason that
          stays on record. What is planned is judged again. Public holidays count as Sundays.
        </p>
        <Registries lists={registries} today={dateOf(localDay(actor.timeZone, now))} isEditable={isEditable} />
        {lawByPlace().map(({ title, rules }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            {rules.map((rule) => (
              <LawRuleCard
                key={lawKey(rule)}
                rule={rule}
                own={policy.law[lawKey(rule)] ?? null}
                version={policy.version}
                isEditable={isEditable}
              />
            ))}
          </section>
        ))}
        <LawChanges changes={changes} timeZone={actor.timeZone} />
        <Earlier path="/law" before={before} earlier={earlier} />
      </div>
    </>
  );
}
