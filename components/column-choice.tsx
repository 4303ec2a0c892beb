import { Icon } from "#components/icon.tsx";

type Props<Column extends string> = { names: Record<Column, string>; shown: Column[]; usual: Column[] };

/** Which columns a table shows, as fields of the list's form. */
export function ColumnChoice<Column extends string>({ names, shown, usual }: Props<Column>) {
  return (
    <details className="popped columns">
      <summary>
        <Icon name="sliders" />
        Columns
      </summary>
      <fieldset>
        <legend className="sr">Columns</legend>
        {(Object.keys(names) as Column[]).map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              name="cols"
              value={column}
              defaultChecked={shown.includes(column)}
              data-usual={usual.includes(column) || undefined}
            />
            {names[column]}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
