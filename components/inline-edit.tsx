import type { ReactNode } from "react";

import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { Icon } from "#components/icon.tsx";

type Props = {
  action: FormAction;
  prospectId: string;
  field: string;
  label: string;
  /** What stands there now, as its form shows it; several lines for a list. */
  value: string;
  /** How it is shown while nobody changes it. */
  children: ReactNode;
  rows?: number;
  options?: readonly { value: string; label: string }[];
  hint?: string;
};

/** A value that is changed where it stands, with an undo; a plain form where there is no JavaScript. */
export function InlineEdit({ action, prospectId, field, label, value, children, rows, options, hint }: Props) {
  return (
    <div className="editable">
      <div className="editable-shown">{children}</div>
      <details name="inline-edit">
        <summary>
          <Icon name="edit" />
          <span className="sr">Change {label}</span>
        </summary>
        <ActionForm
          key={value}
          action={action}
          undo={action}
          submit="Save"
          done={`${label} is changed.`}
          keep={`field:${prospectId}:${field}`}
          insist={{ name: "insist", label: "Save what stands here" }}
        >
          <input type="hidden" name="prospectId" value={prospectId} />
          <input type="hidden" name="field" value={field} />
          <input type="hidden" name="was" value={value} />
          <Entry
            label={label}
            name="value"
            defaultValue={value}
            {...(rows && { rows })}
            {...(options && { options })}
            {...(hint && { hint })}
          />
        </ActionForm>
      </details>
    </div>
  );
}
