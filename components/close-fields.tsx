import { Entry } from "#components/entry.tsx";
import { closeOrigins } from "#lib/deals/their-date.ts";

const origins = [{ value: "", label: "Nobody noted" }, ...Object.entries(closeOrigins).map(([value, label]) => ({ value, label }))];

type Props = { closeOn?: string | null; closeOnFrom?: string | null; hint?: string };

/** The day they decide, and where it comes from: their clock sets the pace, not ours (D2, D7). */
export function CloseFields({ closeOn, closeOnFrom, hint = "Their date, not ours: their clock sets the pace (D2, D7)." }: Props) {
  return (
    <div className="entry-pair close-fields">
      <Entry label="They decide by" name="closeOn" type="date" defaultValue={closeOn} hint={hint} />
      <Entry label="Where that comes from" name="closeOnFrom" options={origins} defaultValue={closeOnFrom} />
    </div>
  );
}
