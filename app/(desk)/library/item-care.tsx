import type { ReactNode } from "react";

import { ActButton } from "#components/act-button.tsx";
import { ActionForm, type FormAction } from "#components/action-form.tsx";

type Props = {
  /** The name its actions know it by, such as `assetId`. */
  field: "assetId" | "templateId";
  item: { id: string; version: number; archivedAt: Date | null };
  /** Where what is typed and not saved is kept. */
  keep: string;
  edit: FormAction;
  archive: FormAction;
  restore: FormAction;
  say: { archived: string; archive: string; done: string };
  /** Facts stand above it, so that the form waits below a line. */
  isFolded?: boolean;
  children: ReactNode;
};

/** Something of the library that can be changed and archived: the form with its fields, and the way off the shelf; archived, only that it is. */
export function ItemCare({ field, item, keep, edit, archive, restore, say, isFolded, children }: Props) {
  if (item.archivedAt) return <p className="soft">{say.archived}</p>;
  const form = (
    <ActionForm
      key={item.version}
      action={edit}
      submit="Save"
      done="Saved."
      keep={keep}
      insist={{ name: "insist", label: "Save what stands here" }}
    >
      <input type="hidden" name={field} value={item.id} />
      <input type="hidden" name="version" value={item.version} />
      {children}
    </ActionForm>
  );
  return (
    <>
      {isFolded ? (
        <details className="more-form">
          <summary>Edit</summary>
          {form}
        </details>
      ) : (
        form
      )}
      <ActButton className="remedy" action={archive} undo={restore} fields={{ [field]: item.id }} done={say.done}>
        {say.archive}
      </ActButton>
    </>
  );
}
