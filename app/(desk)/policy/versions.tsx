import { ActButton } from "#components/act-button.tsx";
import { titleOf } from "#lib/policy/groups.ts";
import type { VersionRow } from "#lib/policy/queries.ts";
import { restoreAction } from "./actions.ts";

type Props = { versions: VersionRow[]; inForce: number; timeZone: string; mayRestore: boolean };

/** What was in force when, why, and what each version changed of the one before. */
export function Versions({ versions, inForce, timeZone, mayRestore }: Props) {
  const when = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  return (
    <section className="versions" aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      {versions.length === 0 ? <p className="soft">None was published yet; what you publish stands here, with what it changed.</p> : null}
      {versions.map(({ version, note, by, publishedAt, changes }) => (
        <details key={version} className="numbers">
          <summary>
            <b>Version {version}</b>
            <span className="soft">{note ?? (version === 1 ? "The defaults the organisation began with" : "")}</span>
            <span className="meta">
              {version === inForce ? "in force · " : ""}
              {by ? `${by}, ` : ""}
              {when.format(publishedAt)}
            </span>
          </summary>
          {changes.length === 0 ? <p className="soft">It is the same as the defaults.</p> : null}
          <ul className="changes">
            {changes.map(({ path, from, to }) => (
              <li key={path}>
                {titleOf(path)}{" "}
                <span className="n">
                  {from ?? "none"} → {to ?? "none"}
                </span>
              </li>
            ))}
          </ul>
          {mayRestore && version !== inForce ? (
            <div className="soft again">
              <ActButton
                action={restoreAction}
                fields={{ basedOn: String(inForce), version: String(version) }}
                done={`The numbers of version ${version} are in force again. What is planned is being judged again.`}
              >
                Use these numbers again
              </ActButton>{" "}
              <p>All that is planned is judged again by them; what no longer passes is held.</p>
            </div>
          ) : null}
        </details>
      ))}
    </section>
  );
}
