import { Pager } from "#components/pager.tsx";
import { sayChanges, type Changes } from "#lib/events/changes.ts";
import { sayClock, sayWhen } from "#lib/follow-up/say-when.ts";
import type { Page } from "#lib/keyset.ts";

type Props = {
  page: Page<{ id: string; at: Date; by: string | null; changes: Changes }>;
  /** What the address says of it: one of its pages is unfolded. */
  cursor: string;
  /** Where the record is; its pages are `edits` there. */
  path: string;
  /** What each field is called. */
  names: Record<string, string>;
  zone: string;
  now: Date;
};

/** Who changed what and when, latest first, folded away until somebody asks. */
export function EditHistory({ page: { rows, next, previous }, cursor, path, names, zone, now }: Props) {
  if (rows.length === 0) return null;
  return (
    <details className="more-form edit-history" open={cursor !== ""}>
      <summary>What was changed</summary>
      <ol>
        {rows.map(({ id, at, by, changes }) => (
          <li key={id}>
            {sayChanges(changes, names).map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p className="meta">
              {by ? `${by}, ` : ""}
              <time dateTime={at.toISOString()}>
                {sayWhen(zone, at, now)}, {sayClock(zone, at)}
              </time>
            </p>
          </li>
        ))}
      </ol>
      <Pager path={path} query={{}} name="edits" next={next} previous={previous} />
    </details>
  );
}
