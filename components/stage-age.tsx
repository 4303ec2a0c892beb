import { barShare, daysInStage, isOverdue } from "#lib/deals/stage-time.ts";

/** How long a deal has stood in its stage, against the usual time: the notch. */
export function StageAge({ since, usualDays, now }: { since: Date; usualDays: number; now: Date }) {
  const days = daysInStage(since, now);
  const over = isOverdue(days, usualDays);
  const width = { "--w": `${barShare(days, usualDays)}%` } as React.CSSProperties;
  return (
    <div className="age">
      <span className="age-bar" aria-hidden="true">
        <i className={over ? "over" : undefined} style={width} />
        {usualDays > 0 ? <b /> : null}
      </span>
      <span className={over ? "over" : undefined}>
        {days} d{usualDays > 0 ? `, usually ${usualDays}` : ""}
      </span>
    </div>
  );
}
