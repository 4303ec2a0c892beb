import { sayWhen } from "#lib/follow-up/say-when.ts";

const most = 6;

type Props = { unanswered: number | null; lastOutboundAt: Date | null; zone: string; now: Date };

/** The balance where there is room for a line only: what was asked of a person since they answered last (V1). */
export function AskedOf({ unanswered, lastOutboundAt, zone, now }: Props) {
  if (unanswered === null || !lastOutboundAt) return null;
  const words = unanswered === 0 ? "they answered last" : `asked ${unanswered === 1 ? "once" : `${unanswered} times`}, no answer`;
  return (
    <p className="asked-of">
      <span className="asked-marks" aria-hidden="true">
        {Array.from({ length: Math.min(unanswered, most) }, (_, i) => (
          <i key={i} />
        ))}
      </span>
      {words}, {sayWhen(zone, lastOutboundAt, now)}
    </p>
  );
}
