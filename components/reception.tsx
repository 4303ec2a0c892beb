import { Icon } from "#components/icon.tsx";

/** How something was received, in counts with their words (V4); silence is not counted against it here. */
export function Reception({ counts }: { counts: { useful: number; neutral: number; notUseful: number; given: number } }) {
  const { useful, neutral, notUseful } = counts;
  if (useful + neutral + notUseful === 0) return <span className="meta">{counts.given > 0 ? "no reaction yet" : ""}</span>;
  return (
    <span className="reception">
      {useful > 0 ? (
        <span className="finding t-welcome">
          <Icon name="yes" />
          {useful} useful
        </span>
      ) : null}
      {neutral > 0 ? (
        <span className="finding t-none">
          <Icon name="hope" />
          {neutral} neutral
        </span>
      ) : null}
      {notUseful > 0 ? (
        <span className="finding t-more">
          <Icon name="no" />
          {notUseful} not useful
        </span>
      ) : null}
    </span>
  );
}
