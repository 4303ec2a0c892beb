import { dateOf, dayOf, instantAt, localDay, sayDay } from "#lib/follow-up/local-time.ts";
import { sayClock } from "#lib/follow-up/say-when.ts";

type Props = { at: Date; zone: string; zoneKnown: boolean; viewerZone: string; better: Date | null; onChange: (at: Date) => void };

/** Day and time by their clock; beside it what that is on the rep's, and a time that would fit better. */
export function WhenField({ at, zone, zoneKnown, viewerZone, better, onChange }: Props) {
  const value = `${dateOf(localDay(zone, at))}T${sayClock(zone, at)}`;
  const mine =
    sayDay(viewerZone, at) === sayDay(zone, at) ? sayClock(viewerZone, at) : `${sayDay(viewerZone, at)}, ${sayClock(viewerZone, at)}`;
  const theirs = zoneKnown ? "their time" : "our time; theirs is not known";

  function read(typed: string) {
    const [date, time] = typed.split("T");
    const [hours, minutes] = (time ?? "").split(":").map(Number);
    if (date && hours !== undefined && minutes !== undefined && !Number.isNaN(dayOf(date)))
      onChange(instantAt(zone, dayOf(date), hours * 60 + minutes));
  }

  return (
    <>
      <input id="plan-at" type="datetime-local" className="input" value={value} onChange={(event) => read(event.target.value)} required />
      <span className="meta">
        {theirs}
        {zone !== viewerZone && ` – ${mine} for you`}
      </span>
      {better && (
        <button
          type="button"
          className="remedy"
          onClick={() => {
            onChange(better);
            document.getElementById("plan-at")?.focus();
          }}
        >
          Best: {sayDay(zone, better)}, {sayClock(zone, better)}
          {zoneKnown && " their time"}
        </button>
      )}
    </>
  );
}
