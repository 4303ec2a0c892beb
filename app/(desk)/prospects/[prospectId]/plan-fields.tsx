import { useMemo } from "react";

import { Field } from "./field.tsx";
import { UrgentField } from "./urgent-field.tsx";
import { WhenField } from "./when-field.tsx";
import { basisKinds, basisNames } from "#lib/follow-up/basis-names.ts";
import type { BasisKind, Plan } from "#lib/follow-up/plan.ts";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { askNames, AskSize, Channel, channelNames, offerNames, OfferKind } from "#lib/follow-up/vocabulary.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { wantingOf } from "#lib/scoring/wanting.ts";
import { sayAsset, shelve } from "#lib/value/shelf.ts";

type Props = {
  plan: Plan;
  dossier: Dossier;
  zone: string;
  viewerZone: string;
  now: Date;
  needsBasis: boolean;
  /** A time that fits their rhythm better than the plan's. */
  better: Date | null;
  onChange: (part: Partial<Plan>) => void;
};

/** What is planned: by which channel, when, bringing what, asking what, and why it helps them. */
export function PlanFields({ plan, dossier, zone, viewerZone, now, needsBasis, better, onChange }: Props) {
  const chosen = dossier.terms?.channels;
  const known = Boolean(dossier.terms?.timeZone ?? dossier.person.timeZone);
  return (
    <dl className="fields">
      <Field name="By" htmlFor="plan-channel">
        <select
          id="plan-channel"
          data-key-target="plan"
          value={plan.channel}
          onChange={(event) => onChange({ channel: event.target.value as Channel })}
        >
          {Channel.options.map((channel) => (
            <option key={channel} value={channel}>
              {channelNames[channel]}
              {chosen && !chosen.includes(channel) ? " – not their choice" : ""}
            </option>
          ))}
        </select>
      </Field>
      <Field name="When" htmlFor="plan-at">
        <WhenField at={plan.at} zone={zone} zoneKnown={known} viewerZone={viewerZone} better={better} onChange={(at) => onChange({ at })} />
      </Field>
      <Field name="Brings" htmlFor="plan-offer">
        <OfferField plan={plan} dossier={dossier} zone={viewerZone} now={now} onChange={onChange} />
      </Field>
      <Field name="Asks" htmlFor="plan-ask">
        <select id="plan-ask" value={plan.ask} onChange={(event) => onChange({ ask: event.target.value as AskSize })}>
          {AskSize.options.map((ask) => (
            <option key={ask} value={ask}>
              {askNames[ask]}
            </option>
          ))}
        </select>
      </Field>
      <Field name="Helps them" htmlFor="plan-helps">
        <textarea
          id="plan-helps"
          className="input grow"
          rows={1}
          value={plan.helps}
          maxLength={500}
          placeholder="One sentence: what is in it for them"
          onChange={(event) => onChange({ helps: event.target.value })}
        />
      </Field>
      <UrgentField plan={plan} facts={dossier.facts} today={dateOf(localDay(zone, now))} onChange={onChange} />
      {dossier.objections.length > 0 && <ObjectionField plan={plan} objections={dossier.objections} onChange={onChange} />}
      {(needsBasis || plan.basis) && <BasisField plan={plan} onChange={onChange} />}
    </dl>
  );
}

type Changes = { plan: Plan; onChange: (part: Partial<Plan>) => void };

function OfferField({ plan: { offer, at }, dossier, zone, now, onChange }: Changes & { dossier: Dossier; zone: string; now: Date }) {
  const shelf = useMemo(() => shelve(dossier.assets, wantingOf(dossier, dateOf(localDay(zone, at)))), [dossier, zone, at]);
  return (
    <>
      <select
        id="plan-offer"
        value={offer.assetId ?? offer.kind}
        onChange={({ target: { value } }) => {
          const kind = OfferKind.safeParse(value);
          onChange({ offer: kind.success ? { ...offer, kind: kind.data, assetId: null } : { kind: "asset", assetId: value, text: "" } });
        }}
      >
        {OfferKind.options
          .filter((kind) => kind !== "asset")
          .map((kind) => (
            <option key={kind} value={kind}>
              {offerNames[kind]}
            </option>
          ))}
        {offer.kind === "asset" && !offer.assetId && <option value="asset">{offerNames.asset}</option>}
        <Assets label="Fits them, and is new to them" assets={shelf.fits} zone={zone} now={now} />
        <Assets label="From the library, new to them" assets={shelf.fresh} zone={zone} now={now} />
        <Assets label="They have had" assets={shelf.had} zone={zone} now={now} />
        <Assets label="Over by then, or not wanted" assets={shelf.over} zone={zone} now={now} />
      </select>
      {offer.kind !== "none" && offer.kind !== "asset" && (
        <textarea
          aria-label="What it is"
          className="input grow"
          rows={1}
          value={offer.text}
          maxLength={500}
          placeholder="What it is, in a few words"
          onChange={(event) => onChange({ offer: { ...offer, text: event.target.value } })}
        />
      )}
    </>
  );
}

type AssetsProps = { label: string; assets: Dossier["assets"]; zone: string; now: Date };

function Assets({ label, assets, zone, now }: AssetsProps) {
  if (assets.length === 0) return null;
  const today = dateOf(localDay(zone, now));
  return (
    <optgroup label={label}>
      {assets.map((asset) => (
        <option key={asset.id} value={asset.id}>
          {[asset.title, sayAsset(asset, zone, today)].filter(Boolean).join(" – ")}
        </option>
      ))}
    </optgroup>
  );
}

function ObjectionField({ plan, objections, onChange }: Changes & { objections: Dossier["objections"] }) {
  return (
    <Field name="Answers" htmlFor="plan-objection">
      <select
        id="plan-objection"
        value={plan.answersObjectionId ?? ""}
        onChange={(event) => onChange({ answersObjectionId: event.target.value || null })}
      >
        <option value="">None</option>
        {objections.map(({ id, words }) => (
          <option key={id} value={id}>
            “{words.slice(0, 80)}”
          </option>
        ))}
      </select>
    </Field>
  );
}

function BasisField({ plan, onChange }: Changes) {
  return (
    <Field name="Why we may" htmlFor="plan-basis">
      <select
        id="plan-basis"
        value={plan.basis?.kind ?? ""}
        onChange={({ target: { value } }) => onChange({ basis: value ? { kind: value as BasisKind, note: plan.basis?.note ?? "" } : null })}
      >
        <option value="">Choose what is true</option>
        {basisKinds.map((kind) => (
          <option key={kind} value={kind}>
            {basisNames[kind]}
          </option>
        ))}
      </select>
      {plan.basis && (
        <input
          aria-label="How we know"
          className="input grow"
          value={plan.basis.note}
          maxLength={300}
          placeholder="How we know (kept in the ledger)"
          onChange={(event) => onChange({ basis: { kind: plan.basis!.kind, note: event.target.value } })}
        />
      )}
    </Field>
  );
}
