import { sayChanges, type Changes } from "#lib/events/changes.ts";
import { sayClock, sayWhen } from "#lib/follow-up/say-when.ts";

type Props = {
  edits: { id: string; at: Date; by: string | null; changes: Changes }[];
  /** What each field is called. */
  names: Record<string, string>;
  zone: string;
  now: Date;
};

/** Who changed what and when, latest first, folded away until somebody asks. */
export function EditHistory({ edits, names, zone, now }: Props) {
  if (edits.length === 0) return null;
  return (
    <details className="more-form edit-history">
      <summary>What was changed</summary>
      <ol>
        {edits.map(({ id, at, by, changes }) => (
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
    </details>
  );
}
