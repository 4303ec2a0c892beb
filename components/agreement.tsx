import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";

import { ActButton } from "#components/act-button.tsx";
import type { FormAction } from "#components/action-form.tsx";
import { Ask, type Asking, isAsked } from "#components/ask.tsx";
import { Icon } from "#components/icon.tsx";
import { MakeLink } from "#components/make-link.tsx";
import { Permissions } from "#components/permissions.tsx";
import { NoteTerms } from "#components/note-terms.tsx";
import { Rule } from "#components/rule.tsx";
import type { ConsentEntry, Terms } from "#lib/consent/ledger.ts";
import type { Permission } from "#lib/consent/permissions.ts";
import { sayAgreement } from "#lib/consent/say-agreement.ts";
import { standing, stoppedAltogether } from "#lib/consent/standing.ts";
import { describeTerms } from "#lib/consent/terms.ts";
import { dateOf, dayOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayClock, sayPlace } from "#lib/follow-up/say-when.ts";
import { Channel, channelNames } from "#lib/follow-up/vocabulary.ts";
import { sayDayOf } from "#lib/preferences/words.ts";

type Props = {
  prospectId: string;
  /** What one calls them in a sentence. */
  name: string;
  /** What they chose, the newest first. */
  versions: Terms[];
  ledger: ConsentEntry[];
  viewerZone: string;
  now: Date;
  asking: Asking;
  ask: FormAction;
  note: FormAction;
  issueLink: ComponentProps<typeof MakeLink>["issue"];
  revokeLinks: FormAction;
  /** What may be done by each channel, as things stand, and the zone by which its days are said. */
  permissions: Permission[];
  zone: string;
};

/** What the person asked for, how we know, and how to ask (C1, C2): the top of the record, and every judge reads the same. */
export function Agreement(props: Props) {
  const { prospectId, name, versions, ledger, viewerZone, now, asking, ask, note, issueLink, revokeLinks, permissions, zone } = props;
  const [terms, ...earlier] = versions;
  const stop = stoppedAltogether(ledger, now);
  return (
    <section className="agreement">
      <h2>Agreement</h2>
      {stop ? (
        <Stopped stop={stop} name={name} zone={viewerZone} />
      ) : terms ? (
        <Chosen {...{ terms, name, now }} zone={viewerZone} />
      ) : isAsked(asking) ? null : (
        <NotAsked name={name} />
      )}
      {stop || terms?.channels ? null : <Declined {...{ ledger, now }} zone={viewerZone} />}
      <details className="as-table" open={permissions.some(({ endsAt }) => endsAt) || undefined}>
        <summary>What we may do, and why</summary>
        <Permissions permissions={permissions} zone={zone} />
        <Link className="remedy" href={`/prospects/${prospectId}/consent` as Route} prefetch={false}>
          Every line of evidence, and as of any day
        </Link>
      </details>
      {stop ? null : <Ask {...{ prospectId, name, asking, ask, now }} zone={viewerZone} />}
      {stop || (asking.hasEmail && asking.law.may === "yes") ? null : (
        <MakeLink prospectId={prospectId} name={name} issue={issueLink}>
          <Icon name="link" /> Make their link
        </MakeLink>
      )}
      {stop ? null : <NoteTerms {...{ prospectId, name }} key={terms?.version} terms={terms ?? null} action={note} />}
      <details className="as-table">
        <summary>A link went to the wrong person?</summary>
        <ActButton action={revokeLinks} fields={{ prospectId }} done={`Every link of ${name}’s is ended.`}>
          End all their links
        </ActButton>
      </details>
      {earlier.length > 0 ? (
        <details className="as-table">
          <summary>What stood before</summary>
          <ul>
            {earlier.map((each) => (
              <li key={each.version}>
                {sayDayOf(viewerZone, each.saidOn)}: {describeTerms(each).join(" ") || "nothing in particular."}
                {each.saidBy === "rep" ? <span className="meta"> as a colleague noted it</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Stopped({ stop, name, zone }: { stop: ConsentEntry; name: string; zone: string }) {
  return (
    <>
      <p className="said finding t-never">
        <Icon name="ban" /> Stopped all contact
      </p>
      <p className="soft">
        {stop.saidBy === "person" ? `${name} asked for it` : `Recorded by ${recorders[stop.saidBy]}`} on{" "}
        {sayDayOf(zone, stop.effectiveFrom)}. It holds for everyone here; only {name} can change it.
      </p>
    </>
  );
}

function Chosen({ terms, name, zone, now }: { terms: Terms; name: string; zone: string; now: Date }) {
  const today = dateOf(localDay(terms.timeZone ?? zone, now));
  const isOwn = terms.saidBy === "person";
  const day = sayDayOf(zone, terms.saidOn);
  const isPaused = terms.pausedUntil !== null && terms.pausedUntil > today;
  return (
    <>
      <p className="said">{sayAgreement(terms, name, { said: localDay(zone, terms.saidOn), today: dayOf(today) })}</p>
      {isOwn ? null : (
        <p className="finding t-confirm">
          <Icon name="ask" /> Not confirmed by them
        </p>
      )}
      {isPaused ? (
        <p className="finding t-soon">
          <Icon name="pause" /> Paused
        </p>
      ) : null}
      {isOwn ? null : (
        <p className="finding t-confirm">
          <Icon name="ask" /> Unconfirmed until {name} says so on their own page
        </p>
      )}
      <p className="meta">
        {isOwn ? "On their own page" : "Told to a colleague"}, {day}, {sayClock(zone, terms.saidOn)}.
        {terms.timeZone && terms.hours ? ` Hours by the clock in ${sayPlace(terms.timeZone)}.` : ""}
      </p>
    </>
  );
}

function NotAsked({ name }: { name: string }) {
  return (
    <>
      <p className="said finding t-confirm">
        <Icon name="ask" /> Not asked yet
      </p>
      <p className="soft">
        We do not know how {name} wants to be contacted. Their own page asks it. <Rule id="C1" />
      </p>
    </>
  );
}

/** Channels that are closed although they chose none themselves, such as by an import. */
function Declined({ ledger, zone, now }: { ledger: ConsentEntry[]; zone: string; now: Date }) {
  const closed = Channel.options.flatMap((channel) => {
    const stands = standing(ledger, channel, now);
    return stands.kind === "stopped" ? [{ channel, stands }] : [];
  });
  return closed.map(({ channel, stands }) => (
    <p key={channel} className="soft">
      No {channelNames[channel] === "LinkedIn" ? "LinkedIn" : channelNames[channel].toLowerCase()}: recorded by{" "}
      {recorders[stands.entry.saidBy]} on {sayDayOf(zone, stands.since)}.
    </p>
  ));
}

const recorders: Record<ConsentEntry["saidBy"], string> = {
  person: "themselves",
  rep: "a colleague",
  import: "an import",
  system: "the system",
};
