import { sayWhen } from "#lib/follow-up/say-when.ts";

const most = 6;

type Props = { unanswered: number | null; lastOutboundAt: Date | null; zone: string; now: Date };

/** The balance where there is room for a line only: what was asked of a person since they answered last (V1). */
export function AskedOf({ unanswered, lastOutboundAt, zone, now }: Props) {
  if (unanswered === null || !lastOutboundAt) return null;
  return (
    <p className="asked-of">
      {unanswered > 0 ? (
        <span className="asked-marks" aria-hidden="true">
          {Array.from({ length: Math.min(unanswered, most) }, (_, i) => (
            <i key={i} />
          ))}
        </span>
      ) : null}
      {unanswered > 0 ? `${unanswered} unanswered` : "All answered"}, last touch {sayWhen(zone, lastOutboundAt, now)}
    </p>
  );
}
