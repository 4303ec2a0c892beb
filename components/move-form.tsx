"use client";
import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Choice, Entry } from "#components/entry.tsx";

export type MoveStage = { id: string; name: string; kind: string };
type Props = { deal: { id: string; version: number; stageId: string }; stages: MoveStage[]; action: FormAction; goTo?: string };

/** Where a deal goes, and on whose word (G1). */
export function MoveForm({ deal, stages, action, goTo }: Props) {
  const at = stages.findIndex(({ id }) => id === deal.stageId);
  const next = stages[at + 1] ?? stages[at];
  return (
    <ActionForm action={action} submit="Move it" done="Moved." {...(goTo && { goTo })}>
      <input type="hidden" name="dealId" value={deal.id} />
      <input type="hidden" name="version" value={deal.version} />
      <Entry
        label="To"
        name="stageId"
        defaultValue={next?.id}
        options={stages.map(({ id, name }) => ({ value: id, label: id === deal.stageId ? `${name} (stays here)` : name }))}
      />
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
    </ActionForm>
  );
}
