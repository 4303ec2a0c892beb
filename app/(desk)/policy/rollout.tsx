import Link from "next/link";

import { ActButton } from "#components/act-button.tsx";
import { Icon } from "#components/icon.tsx";
import { addressOf } from "#components/pager.tsx";
import type { RolloutRow } from "#lib/policy/queries.ts";
import { resumeAction } from "./actions.ts";
import { LateProgress } from "./late-progress.tsx";

/** What the version in force made of the plans there were: under way, stopped, or done. */
export function Rollout({ rollout, mayResume }: { rollout: RolloutRow; mayResume: boolean }) {
  const { version, total, judged, held, finishedAt, failedAt } = rollout;
  const count = (number: number) => number.toLocaleString("en-GB");
  if (!finishedAt && !failedAt) return <LateProgress version={version} total={total} judged={judged} held={held} />;
  if (failedAt)
    return (
      <section className="rollout" aria-label="Judging again">
        <p className="finding t-more">
          <Icon name="pause" />
          Judging again stopped at {count(judged)} of {count(total)}.
        </p>
        <p className="soft">
          What was judged stays so. The rest is judged by these numbers when its hour comes, or sooner if you let it go on now.
        </p>
        {mayResume ? (
          <ActButton action={resumeAction} fields={{ version: String(version) }} done="It goes on.">
            Go on
          </ActButton>
        ) : null}
      </section>
    );
  return (
    <p className="rollout soft">
      <Icon name="check" /> {count(judged)} {judged === 1 ? "planned follow-up was" : "planned follow-ups were"} judged again by version{" "}
      {version};{" "}
      {held > 0 ? (
        <Link href={addressOf("/overview/plans", { show: "held" })}>{count(held)} no longer passed and are held</Link>
      ) : (
        "all of them still pass"
      )}
      .
    </p>
  );
}
