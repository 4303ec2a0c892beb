import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { archiveAssetAction, editAssetAction, restoreAssetAction } from "../actions.ts";
import { AssetFields } from "../asset-fields.tsx";
import { ItemCare } from "../item-care.tsx";
import { ActButton } from "#components/act-button.tsx";
import { CrumbName } from "#components/crumb.tsx";
import { EditHistory } from "#components/edit-history.tsx";
import { Icon } from "#components/icon.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { Reception } from "#components/reception.tsx";
import { Validity } from "#components/validity.tsx";
import { listEdits } from "#lib/events/queries.ts";
import { isId, toDay } from "#lib/field.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate, sayWhen } from "#lib/follow-up/say-when.ts";
import { Cursor } from "#lib/list-address.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { assetFieldNames, assetKindNames, assetStageNames, lastDay } from "#lib/value/asset.ts";
import { type AssetRow, findAsset, listRecipients, type Recipient } from "#lib/value/queries.ts";

export const metadata: Metadata = { title: "Library" };

const Query = z.object({ cursor: Cursor, edits: Cursor });
type Props = { params: Promise<{ assetId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AssetPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { assetId } = await params;
  if (!isId(assetId)) notFound();
  const { cursor, edits: editsFrom } = Query.parse(await searchParams);
  const [asset, recipients, edits] = await Promise.all([
    findAsset(actor, assetId),
    listRecipients(actor, assetId, cursor),
    listEdits(actor, "asset.edited", assetId, editsFrom),
  ]);
  if (!asset) notFound();
  const now = requestTime();
  const today = dateOf(localDay(actor.timeZone, now));

  return (
    <>
      <CrumbName name={asset.title} />
      <PageHead title={asset.title} note={assetKindNames[asset.kind]}>
        {asset.archivedAt ? (
          <ActButton action={restoreAssetAction} fields={{ assetId }} done={`${asset.title} is back on the shelf.`}>
            Put it back
          </ActButton>
        ) : null}
      </PageHead>
      <div className="two-columns">
        <div>
          <section>
            <h2>What someone gets</h2>
            <p className="as-written">{asset.summary ?? "Not said yet."}</p>
            {asset.url ? (
              <p>
                <a href={asset.url} rel="noreferrer noopener" target="_blank">
                  {asset.url}
                </a>
              </p>
            ) : null}
          </section>
          <section>
            <h2>Who received it</h2>
            <p className="asset-counts">
              Given {asset.given === 1 ? "once" : `${asset.given} times`} <Reception counts={asset} />
            </p>
            <Recipients recipients={recipients.rows} zone={actor.timeZone} now={now} />
            {!cursor && !recipients.next && asset.given > recipients.rows.length ? (
              <p className="meta">{asset.given - recipients.rows.length} more went to people of other teams.</p>
            ) : null}
            <Pager path={`/library/${assetId}`} query={{}} next={recipients.next} previous={recipients.previous} />
          </section>
        </div>
        <div>
          <About asset={asset} today={today} />
          <EditHistory
            page={edits}
            cursor={editsFrom}
            path={`/library/${assetId}`}
            names={assetFieldNames}
            zone={actor.timeZone}
            now={now}
          />
        </div>
      </div>
    </>
  );
}

const reactions = {
  useful: { icon: "yes", tone: "welcome", word: "useful" },
  neutral: { icon: "hope", tone: "none", word: "neutral" },
  not_useful: { icon: "no", tone: "more", word: "not useful" },
} as const;

function Recipients({ recipients, zone, now }: { recipients: Recipient[]; zone: string; now: Date }) {
  if (recipients.length === 0) return <p className="soft">Nobody whose record you may see.</p>;
  return (
    <ul className="plain-rows">
      {recipients.map(({ id, prospectId, prospectName, at, reaction }) => (
        <li key={id} data-row>
          <Link href={`/prospects/${prospectId}` as Route} prefetch={false}>
            {prospectName}
          </Link>
          {reaction ? (
            <span className={`finding t-${reactions[reaction].tone}`}>
              <Icon name={reactions[reaction].icon} />
              {reactions[reaction].word}
            </span>
          ) : null}
          <time className="meta" dateTime={at.toISOString()}>
            {sayWhen(zone, at, now)}
          </time>
        </li>
      ))}
    </ul>
  );
}

function About({ asset, today }: { asset: AssetRow; today: string }) {
  return (
    <section>
      <h2>About it</h2>
      {asset.heldOn ? (
        <dl className="fact">
          <dt>Held on</dt>
          <dd>{sayDate(toDay(asset.heldOn)!, today)}</dd>
        </dl>
      ) : null}
      <dl className="fact">
        <dt>Suits</dt>
        <dd>{asset.stage ? assetStageNames[asset.stage] : "Any time"}</dd>
      </dl>
      <dl className="fact">
        <dt>Good until</dt>
        <dd>
          <Validity expiresOn={toDay(lastDay(asset))} today={today} />
        </dd>
      </dl>
      {asset.topics.length > 0 ? (
        <dl className="fact">
          <dt>Topics</dt>
          <dd>{asset.topics.join(", ")}</dd>
        </dl>
      ) : null}
      {asset.language ? (
        <dl className="fact">
          <dt>Language</dt>
          <dd>{asset.language}</dd>
        </dl>
      ) : null}
      <ItemCare
        field="assetId"
        item={asset}
        keep={`asset:${asset.id}`}
        edit={editAssetAction}
        archive={archiveAssetAction}
        restore={restoreAssetAction}
        say={{
          archived: "Archived: nobody can attach it any more.",
          archive: "Take it off the shelf",
          done: `${asset.title} is off the shelf.`,
        }}
        isFolded
      >
        <AssetFields asset={asset} />
      </ItemCare>
    </section>
  );
}
