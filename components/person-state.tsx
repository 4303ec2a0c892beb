import { Icon } from "#components/icon.tsx";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate } from "#lib/follow-up/say-when.ts";

type Person = { stoppedAt: Date | null; pausedUntil: Date | null; lastInboundAt: Date | null; lastOutboundAt: Date | null };

/** Why nothing is planned with someone, as a word with its icon: they stopped it, paused it, wait for us, or nobody has yet. */
export function PersonState({ person, viewerZone, now }: { person: Person; viewerZone: string; now: Date }) {
  const today = dateOf(localDay(viewerZone, now));
  const pausedUntil = person.pausedUntil?.toISOString().slice(0, 10);
  if (person.stoppedAt)
    return (
      <span className="finding t-never">
        <Icon name="ban" />
        asked us to stop
      </span>
    );
  if (pausedUntil && pausedUntil > today)
    return (
      <span className="finding t-confirm">
        <Icon name="pause" />
        paused until {sayDate(pausedUntil, today)}
      </span>
    );
  if (person.lastInboundAt && (!person.lastOutboundAt || person.lastInboundAt > person.lastOutboundAt))
    return (
      <span className="finding t-welcome">
        <Icon name="reply" />
        waits for our answer
      </span>
    );
  return <span className="meta">nothing planned</span>;
}
