import type { ReactNode } from "react";

import { Icon } from "#components/icon.tsx";
import { type Permission, sayChannels, together } from "#lib/consent/permissions.ts";
import { localDay, sayDayInFull } from "#lib/follow-up/local-time.ts";

const looks = {
  yes: { tone: "t-welcome", icon: "check", word: "yes" },
  ask: { tone: "t-confirm", icon: "ask", word: "a reason first" },
  no: { tone: "t-never", icon: "ban", word: "no" },
} as const;

/** `zone`: theirs, by which a day ends. */
type Props = { permissions: Permission[]; zone: string; evidence?: ReadonlyMap<string, ReactNode> };

/** What may be done, channel by channel, and why (C9); what runs out soon is said while there is time to ask. */
export function Permissions({ permissions, zone, evidence }: Props) {
  return (
    <ul className="permissions">
      {together(permissions).map(({ channels, may, sentence, entryId, endsAt }) => (
        <li key={channels[0]}>
          <p className={`finding ${looks[may].tone}`}>
            <Icon name={looks[may].icon} /> {sayChannels(channels)}: {looks[may].word}
          </p>
          <p className="soft">{sentence}</p>
          {endsAt ? (
            <p className="finding t-soon">
              <Icon name="clock" /> Runs out on {sayDayInFull(localDay(zone, endsAt))}: ask them how they want it.
            </p>
          ) : null}
          {entryId ? evidence?.get(entryId) : null}
        </li>
      ))}
    </ul>
  );
}
