import { Icon } from "#components/icon.tsx";

const names = ["Columns", "Dry run", "Import"];

export function Steps({ now, done }: { now: 1 | 2 | 3; done: boolean }) {
  return (
    <ol className="import-steps" aria-label="Steps">
      {names.map((name, index) => {
        const passed = index + 1 < now || done;
        return (
          <li key={name} aria-current={index + 1 === now && !done ? "step" : undefined} className={passed ? "t-welcome" : undefined}>
            {passed ? <Icon name="check" /> : <span className="n">{index + 1}</span>}
            {name}
          </li>
        );
      })}
    </ol>
  );
}
