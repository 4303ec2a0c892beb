import type { Counts } from "#lib/transfer/queries.ts";

/** What came of the rows, or would. */
export function Tally({ counts, done = false }: { counts: Counts; done?: boolean }) {
  const figures: [string, number, string][] = [
    [done ? "Added" : "New", counts.created, "not here before"],
    [done ? "Brought up to date" : "Known, with news", counts.updated, "something to add to the record"],
    ["Known, nothing new", counts.unchanged, "left as they are"],
    ["Twice in the file", counts.duplicates, "only the first counts; a stop counts anyway"],
    ["Rejected", counts.rejected, done ? "not taken" : "would not be taken"],
  ];
  return (
    <dl className="tally-row">
      {figures.map(([name, count, hint]) => (
        <div key={name} className={count === 0 ? "none" : undefined}>
          <dt>{name}</dt>
          <dd className="n">{count.toLocaleString("en-GB")}</dd>
          <dd className="meta">{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
