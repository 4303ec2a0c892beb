import type { Route } from "next";
import Link from "next/link";

import { ActButton } from "#components/act-button.tsx";
import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { PickProspect } from "#components/pick-prospect.tsx";
import { Rule } from "#components/rule.tsx";
import { sayWhen } from "#lib/follow-up/say-when.ts";
import type { Moments, Referral } from "#lib/prospects/moments.ts";

export type ReferralActions = Record<"add" | "match" | "answer", FormAction>;
type Props = {
  prospectId: string;
  moments: Pick<Moments, "referrals" | "named" | "introducedBy">;
  /** What makes this an earned moment to ask for one, in a sentence; null where it is none. */
  earned: string | null;
  zone: string;
  now: Date;
  actions: ReferralActions;
};

/** Who introduced whom (P1): asked for when it is earned, thanked for, and told what came of it. No consent goes with it. */
export function Referrals({ prospectId, moments, earned, zone, now, actions }: Props) {
  const { referrals, named, introducedBy } = moments;
  return (
    <section className="referrals">
      <h2>Introductions</h2>
      {introducedBy.map(({ id, name, at }) => (
        <p key={id}>
          Introduced by <Link href={`/prospects/${id}` as Route}>{name}</Link> <span className="meta">{sayWhen(zone, at, now)}</span>
        </p>
      ))}
      {referrals.length > 0 ? (
        <ul>
          {referrals.map((referral) => (
            <Made key={referral.id} {...{ prospectId, referral, zone, now, actions }} />
          ))}
        </ul>
      ) : null}
      {named.map((who) => (
        <div key={who}>
          <p>On their page they named “{who}”.</p>
          <ActButton className="remedy" action={actions.add} fields={{ prospectId, name: who, words: who }} done="Kept as an introduction.">
            Keep as an introduction
          </ActButton>
        </div>
      ))}
      {earned ? (
        <p className="soft">
          {earned} A good moment to ask whom else it would help. <Rule id="P1" />{" "}
          <Link className="remedy" href={`/prospects/${prospectId}?tab=plan&begin=introduction` as Route} prefetch={false}>
            Plan that
          </Link>
        </p>
      ) : null}
      <details className="more-form">
        <summary>Add an introduction</summary>
        <ActionForm action={actions.add} submit="Keep this" done="Kept.">
          <input type="hidden" name="prospectId" value={prospectId} />
          <Entry label="Whom they named" name="name" isRequired placeholder="Rui Tavares, their purchasing" />
          <Entry label="In their words" name="words" />
          <p className="meta">A name is no consent: why we may contact them is theirs to say.</p>
        </ActionForm>
      </details>
    </section>
  );
}

type MadeProps = { prospectId: string; referral: Referral; zone: string; now: Date; actions: ReferralActions };

function Made({ prospectId, referral, zone, now, actions }: MadeProps) {
  const { id, name, words, at, introduced, thankedAt, toldAt } = referral;
  const open = thankedAt
    ? toldAt
      ? null
      : (["tell", "told", "Tell them what came of it", "They know"] as const)
    : (["thank", "thanked", "Thank them", "Thanked"] as const);
  return (
    <li>
      <p>
        Named {introduced ? <Link href={`/prospects/${introduced.id}` as Route}>{introduced.name}</Link> : name}{" "}
        <span className="meta">{sayWhen(zone, at, now)}</span>
      </p>
      {words && words !== name ? <p className="quote">“{words}”</p> : null}
      {open ? (
        <p className="referral-acts">
          <Link className="remedy" href={`/prospects/${prospectId}?tab=plan&begin=${open[0]}.${id}` as Route} prefetch={false}>
            {open[2]}
          </Link>
          <ActButton className="remedy" action={actions.answer} fields={{ prospectId, referralId: id, as: open[1] }} done="Noted.">
            {open[3]}
            <span className="sr">: {name}</span>
          </ActButton>
        </p>
      ) : (
        <p className="meta">Thanked, and told what came of it.</p>
      )}
      {introduced ? null : (
        <details className="more-form">
          <summary>They are on record by now</summary>
          <ActionForm action={actions.match} submit="This is them" done="Linked.">
            <input type="hidden" name="prospectId" value={prospectId} />
            <input type="hidden" name="referralId" value={id} />
            <PickProspect label="Who" name="introducedId" />
          </ActionForm>
        </details>
      )}
    </li>
  );
}
