import { Icon } from "#components/icon.tsx";
import { dayOf } from "#lib/follow-up/local-time.ts";
import { sayDate } from "#lib/follow-up/say-when.ts";
import { isCurrent } from "#lib/value/asset.ts";

/** Until when something can be given: past, soon (within two weeks) or some day. */
export function Validity({ expiresOn, today }: { expiresOn: string | null; today: string }) {
  if (!expiresOn) return <span className="meta">no end</span>;
  if (!isCurrent(expiresOn, today))
    return (
      <span className="finding t-never">
        <Icon name="ban" />
        ended {sayDate(expiresOn, today)}
      </span>
    );
  if (dayOf(expiresOn) - dayOf(today) <= 14)
    return (
      <span className="finding t-more">
        <Icon name="clock" />
        until {sayDate(expiresOn, today)}
      </span>
    );
  return <span>{sayDate(expiresOn, today)}</span>;
}
