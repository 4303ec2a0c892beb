import type { Route } from "next";
import Link from "next/link";

import { Icon } from "#components/icon.tsx";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate, sayWhen } from "#lib/follow-up/say-when.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";
import type { Given } from "#lib/scoring/between.ts";
import type { KnownAsset } from "#lib/value/known.ts";
import { sayAsset } from "#lib/value/shelf.ts";

type Props = {
  record: Pick<ProspectRecord, "nextSteps">;
  given: Given[];
  /** What would be new to them; the first `fits` of it are about what concerns them. */
  unused: KnownAsset[];
  fits: number;
  /** How people like them received what is unused, by asset. */
  similar: Map<string, { given: number; welcomed: number }>;
  viewerZone: string;
  now: Date;
};

const most = 4;
const reactions = {
  useful: ["yes", "welcome", "useful to them"],
  neutral: ["hope", "none", "neutral"],
  not_useful: ["no", "more", "no use to them"],
} as const;

/** V2–V4, D8: what they had from us and made of it, what we owe them, and what is still new to them. */
export function ValueBetween({ record, given, unused, fits, similar, viewerZone, now }: Props) {
  const today = dateOf(localDay(viewerZone, now));
  const promised = record.nextSteps.filter(({ owedBy }) => owedBy === "us");
  return (
    <section className="between" aria-label="Value between us">
      <h2>Given, promised, unused</h2>
      <h3>Given</h3>
      {given.length === 0 ? <p className="soft">Nothing yet.</p> : null}
      <ul>
        {given.slice(0, most).map(({ id, at, what, assetId, reaction }) => (
          <li key={id}>
            {assetId ? (
              <Link href={`/library/${assetId}` as Route} prefetch={false}>
                {what}
              </Link>
            ) : (
              what
            )}
            <span className="meta"> {sayWhen(viewerZone, at, now)} </span>
            {reaction ? (
              <span className={`finding t-${reactions[reaction][1]}`}>
                <Icon name={reactions[reaction][0]} />
                {reactions[reaction][2]}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {given.length > most ? <p className="meta">and {given.length - most} more before, in the timeline</p> : null}
      <h3>Promised</h3>
      {promised.length === 0 ? <p className="soft">We owe them nothing.</p> : null}
      <ul>
        {promised.map(({ id, what, dueOn }) => (
          <li key={id}>
            {what}
            {dueOn ? <span className={dueOn < today ? "late" : "meta"}> by {sayDate(dueOn, today)}</span> : null}
          </li>
        ))}
      </ul>
      <h3>Unused</h3>
      {unused.length === 0 ? (
        <p className="soft">
          They have had all there is. <Link href={"/library/new" as Route}>Add something</Link>
        </p>
      ) : null}
      <ul>
        {unused.slice(0, most).map((asset, at) => (
          <li key={asset.id}>
            <Link href={`/library/${asset.id}` as Route} prefetch={false}>
              {asset.title}
            </Link>
            <p className="meta">
              {[at < fits ? "fits them" : "", sayAsset(asset, viewerZone, today), saySimilar(similar.get(asset.id))]
                .filter(Boolean)
                .join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const saySimilar = (counted: { given: number; welcomed: number } | undefined) =>
  counted && counted.welcomed > 0 ? `${counted.welcomed} of ${counted.given} like them welcomed it` : "";
