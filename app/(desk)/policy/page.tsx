import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { Earlier } from "#components/earlier.tsx";
import { PageHead } from "#components/page-head.tsx";
import { BeforeVersion } from "#lib/list-address.ts";
import { may } from "#lib/people/roles.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import { type Group, groupsOf, titleOf } from "#lib/policy/groups.ts";
import { numbersOf } from "#lib/policy/numbers.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { countPlanned, findPolicyPage, findRollout, type VersionRow } from "#lib/policy/queries.ts";
import { noteOf } from "#lib/policy/sources.ts";
import { NumberGroup, type ShownGroup } from "./number-group.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { Rollout } from "./rollout.tsx";
import { Versions } from "./versions.tsx";

export const metadata: Metadata = { title: "Policy" };

const Query = z.object({ before: BeforeVersion });
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PolicyPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "see-overview")) notFound();

  const isEditable = may(actor, "manage-policy");
  const { before } = Query.parse(await searchParams);
  const [{ inForce, versions, earlier }, planned] = await Promise.all([findPolicyPage(actor, before), countPlanned(actor)]);
  const rollout = await findRollout(actor, inForce.version);
  const groups = groupsOf(inForce).map((group) => <NumberGroup key={group.id} group={shown(group, inForce)} isEditable={isEditable} />);

  return (
    <>
      <PageHead
        title="Policy"
        note={said(
          inForce.version,
          versions.find(({ version }) => version === inForce.version),
          actor.timeZone,
        )}
      />
      <div className="policy">
        <p className="soft policy-lead">
          By these numbers every plan is judged. Each says where its default comes from and how sure one may be of it; one of your own has
          the default beside it. Published versions never change; a new one judges what is planned again.
        </p>
        {rollout ? <Rollout rollout={rollout} mayResume={isEditable} /> : null}
        {isEditable ? (
          <PolicyForm key={inForce.version} orgId={actor.orgId} version={inForce.version} planned={planned}>
            {groups}
          </PolicyForm>
        ) : (
          <div>{groups}</div>
        )}
        <Versions versions={versions} inForce={inForce.version} timeZone={actor.timeZone} mayRestore={isEditable} />
        <Earlier path="/policy" before={before} earlier={earlier} />
      </div>
    </>
  );
}

function said(version: number, latest: VersionRow | undefined, timeZone: string): string {
  if (!latest) return version > 1 ? `Version ${version} is in force.` : "The defaults are in force.";
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone }).format(latest.publishedAt);
  return `Version ${version}, ${latest.by ? `published by ${latest.by} on ${day}` : `in force since ${day}`}${latest.note ? ` – ${latest.note}` : ""}`;
}

const standards = numbersOf(defaultPolicy);

/** A group with its numbers, and with what is known of each. */
function shown({ id, title, hint, rhythms, paths }: Group, policy: Policy): ShownGroup {
  const numbers = numbersOf(policy);
  const number = (path: string) => {
    const { label, unit, source, confidence } = noteOf(path) ?? { label: path, unit: "", source: "", confidence: "low" };
    return {
      path,
      title: titleOf(path),
      label,
      unit,
      inForce: numbers.get(path)!,
      standard: standards.get(path) ?? null,
      source,
      confidence,
    };
  };
  const rows = rhythms.map(({ name, paths }) => {
    const told = paths.map(number);
    return {
      name,
      source: told[0]!.source,
      confidence: told[0]!.confidence,
      numbers: told.map(({ source: _source, confidence: _confidence, ...rest }) => rest),
    };
  });
  const singles = paths.map(number);
  const own = [...rows.flatMap((row) => row.numbers), ...singles].filter(({ inForce, standard }) => inForce !== standard).length;
  return { id, title, hint, own, rhythms: rows, numbers: singles };
}
