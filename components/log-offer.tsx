"use client";
import type { Draft } from "#components/log-draft.ts";
import { Field, type FieldProblems } from "#components/log-fields.tsx";
import type { Asset } from "#components/use-line.ts";
import { type AskSize, askNames, type OfferKind, offerNames } from "#lib/follow-up/vocabulary.ts";
import { sayAsset } from "#lib/value/shelf.ts";

type OfferProps = {
  draft: Draft;
  /** The library by title; null until it has come. */
  assets: readonly Asset[] | null;
  problems: FieldProblems;
  onChange: (patch: Partial<Draft>) => void;
};

const gaveNames: Record<OfferKind, string> = { ...offerNames, none: "Nothing" };

/** What was given (V2) and what was asked (G2). */
export function LogOffer({ draft, assets, problems, onChange }: OfferProps) {
  return (
    <>
      <div className="log-pair">
        <Field label={draft.direction === "out" ? "What we gave" : "What we gave in return"} name="offer" problem={problems["offer.kind"]}>
          {(described) => (
            <select {...described} value={draft.offerKind} onChange={({ target }) => onChange({ offerKind: target.value as OfferKind })}>
              <Options names={gaveNames} />
            </select>
          )}
        </Field>
        <Field label="What we asked" name="ask" problem={problems.ask}>
          {(described) => (
            <select {...described} value={draft.ask} onChange={({ target }) => onChange({ ask: target.value as AskSize })}>
              <Options names={askNames} />
            </select>
          )}
        </Field>
      </div>
      {draft.offerKind === "asset" ? <AssetPicker {...{ draft, assets, problems, onChange }} /> : null}
      {draft.offerKind !== "none" && draft.offerKind !== "asset" ? (
        <Field label="In a few words" name="offerText" problem={problems["offer.text"]}>
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={500}
              value={draft.offerText}
              onChange={({ target }) => onChange({ offerText: target.value })}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

function AssetPicker({ draft, assets, problems, onChange }: OfferProps) {
  const hint = assets?.length === 0 ? "The library is empty or out of reach. Choose another kind, or add to the library first." : undefined;
  return (
    <Field label="From the library" name="asset" problem={problems["offer.assetId"]} {...(hint && { hint })}>
      {(described) => (
        <select {...described} value={draft.assetId} onChange={({ target }) => onChange({ assetId: target.value })}>
          <option value="">{assets ? "Choose" : "One moment"}</option>
          {assets?.map(({ id, title, ...asset }) => (
            <option key={id} value={id}>
              {[title, noteOf(asset)].filter(Boolean).join(" – ")}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Whether they had it, until when it is good and how others received it (V3, V4). */
function noteOf({ sharedAt, ...asset }: Omit<Asset, "id" | "title">): string {
  const today = new Date().toISOString().slice(0, 10);
  return sayAsset({ ...asset, sharedAt: sharedAt ? new Date(sharedAt) : null }, "UTC", today);
}

function Options({ names }: { names: Record<string, string> }) {
  return Object.entries(names).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}
