import Link from "next/link";

import { consentLooks, ConsentWord } from "./consent-kind.tsx";
import { Count } from "./count.tsx";
import { Icon } from "#components/icon.tsx";
import { addressOf } from "#components/pager.tsx";
import { sayWhen } from "#lib/follow-up/say-when.ts";
import { ConsentKind, consentKindNames } from "#lib/insight/consent-kinds.ts";
import type { Attention } from "#lib/insight/overview.ts";

/** Always said, even when nothing happened: nobody stopping us is news, too. */
const always: ConsentKind[] = ["stop", "pause", "agreement"];

type Props = { counts: Attention["consent"]; changes: Attention["changes"]; zone: string; now: Date };

/** What prospects said this week about being contacted (C9): how many of each, and the latest with their names. */
export function ConsentThisWeek({ counts, changes, zone, now }: Props) {
  const countOf = new Map(counts.map(({ kind, count }) => [kind, count]));
  const kinds = ConsentKind.options.filter((kind) => always.includes(kind) || countOf.has(kind));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="block" aria-labelledby="consent">
      <div className="head">
        <h2 id="consent">Consent, changed this week</h2>
        {total > 0 ? (
          <Link className="meta" href={addressOf("/overview/consent", {})} prefetch={false}>
            All {total.toLocaleString("en-GB")}
          </Link>
        ) : null}
      </div>
      <ul className="legend-list">
        {kinds.map((kind) => (
          <li key={kind} className={consentLooks[kind].tone} data-row>
            <Icon name={consentLooks[kind].icon} />
            <span>{consentKindNames[kind]}</span>
            <span className="num">
              <Count count={countOf.get(kind) ?? 0} of={consentKindNames[kind].toLowerCase()} path="/overview/consent" query={{ kind }} />
            </span>
          </li>
        ))}
      </ul>
      {changes.length > 0 ? (
        <ul className="lines latest">
          {changes.map(({ prospectId, name, companyName, kind, channels, at }) => (
            <li key={`${prospectId} ${kind} ${at.getTime()}`} data-row data-prospect-id={prospectId} data-prospect-name={name}>
              <span className="who">
                <Link href={addressOf(`/prospects/${prospectId}`, {})} prefetch={false}>
                  {name}
                </Link>
                {companyName ? <span className="meta">{companyName}</span> : null}
              </span>
              <time className="meta" dateTime={at.toISOString()}>
                {sayWhen(zone, at, now)}
              </time>
              <span className="what">
                <ConsentWord kind={kind} channels={channels} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
