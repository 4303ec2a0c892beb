"use client";
import { useState } from "react";

import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { CloseFields } from "#components/close-fields.tsx";
import { Choice, Entry } from "#components/entry.tsx";
import { missingFor } from "#lib/deals/their-date.ts";

export type MoveStage = { id: string; name: string; kind: string };
export type Movable = { id: string; version: number; stageId: string; amount: number; currency: string; closeOn: Date | string | null };
type Props = { deal: Movable; stages: MoveStage[]; action: FormAction; undo?: FormAction; goTo?: string; to?: string | undefined };

/** Where a deal goes, on whose word (G1), and what it lacks there. */
export function MoveForm({ deal, stages, action, undo, goTo, to }: Props) {
  const at = stages.findIndex(({ id }) => id === deal.stageId);
  const next = stages.find(({ id }) => id === to) ?? stages[at + 1] ?? stages[at];
  const [chosen, setChosen] = useState(next);
  const missing = chosen ? missingFor(chosen.kind, deal) : [];
  return (
    <ActionForm action={action} submit="Move it" done="Moved." {...(undo && { undo })} {...(goTo && { goTo })}>
      <input type="hidden" name="dealId" value={deal.id} />
      <input type="hidden" name="version" value={deal.version} />
      <div
        onChange={(event) => {
          const { value } = event.target as unknown as HTMLSelectElement;
          setChosen(stages.find(({ id }) => id === value));
        }}
      >
        <Entry
          label="To"
          name="stageId"
          defaultValue={next?.id}
          options={stages.map(({ id, name }) => ({ value: id, label: id === deal.stageId ? `${name} (stays here)` : name }))}
        />
      </div>
      <Choice
        legend="On whose word?"
        name="how"
        options={[
          { value: "agreed", label: "They agreed" },
          { value: "hoped", label: "We hope so" },
        ]}
      />
      <Entry
        label="What did you both agree?"
        name="agreement"
        rows={3}
        placeholder="She sends the site list by Tuesday"
        hint="The next step in their words. A stage moved on hope alone is marked as such (G1)."
      />
      {missing.includes("amount") ? (
        <Entry
          label={`What it came to, in ${deal.currency}`}
          name="amount"
          inputMode="decimal"
          placeholder="48,000"
          hint="It has no amount yet, and is won with one."
        />
      ) : null}
      {missing.includes("closeOn") ? <CloseFields hint="Not known yet? Ask them, and leave it empty till then (D2, D7)." /> : null}
    </ActionForm>
  );
}
