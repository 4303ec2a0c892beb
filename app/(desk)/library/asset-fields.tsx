import { Entry } from "#components/entry.tsx";
import { toDay } from "#lib/field.ts";
import { assetKindNames, assetStageNames } from "#lib/value/asset.ts";
import type { AssetRow } from "#lib/value/queries.ts";

const kinds = [{ value: "", label: "Choose" }, ...Object.entries(assetKindNames).map(([value, label]) => ({ value, label }))];

const stages = [{ value: "", label: "Any time" }, ...Object.entries(assetStageNames).map(([value, label]) => ({ value, label }))];

/** What something in the library is, for adding and for editing. */
export function AssetFields({ asset }: { asset?: AssetRow }) {
  return (
    <>
      <Entry label="Kind" name="kind" options={kinds} defaultValue={asset?.kind} isRequired />
      <Entry label="Title" name="title" defaultValue={asset?.title} isRequired placeholder="Inspection findings 2026" />
      <Entry
        label="What someone gets from it"
        name="summary"
        rows={3}
        defaultValue={asset?.summary}
        hint="In a sentence or two, as you would tell them."
      />
      <Entry label="Where it is" name="url" type="url" defaultValue={asset?.url} placeholder="https://…" />
      <Entry label="Topics" name="topics" defaultValue={asset?.topics.join(", ")} hint="Set apart by commas: audits, validation." />
      <Entry label="Language" name="language" defaultValue={asset?.language} hint="As its code: pt, en, de." />
      <Entry label="Suits" name="stage" options={stages} defaultValue={asset?.stage} hint="Those who are there meet it first." />
      <Entry
        label="Held on"
        name="heldOn"
        type="date"
        defaultValue={toDay(asset?.heldOn ?? null)}
        hint="For an invitation: the day of the event. Afterwards it can no longer be given."
      />
      <Entry
        label="Good until"
        name="expiresOn"
        type="date"
        defaultValue={toDay(asset?.expiresOn ?? null)}
        hint="Its last day counts. Afterwards it can no longer be given."
      />
    </>
  );
}
