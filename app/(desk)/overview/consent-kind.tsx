import { Icon } from "#components/icon.tsx";
import type { IconName } from "#components/icons.ts";
import { type ConsentKind, consentKindNames } from "#lib/insight/consent-kinds.ts";
import { Channel, channelNames } from "#lib/follow-up/vocabulary.ts";

/** How a change of consent is drawn. */
export const consentLooks: Record<ConsentKind, { icon: IconName; tone: string }> = {
  stop: { icon: "ban", tone: "t-never" },
  channel: { icon: "no", tone: "t-more" },
  pause: { icon: "pause", tone: "t-soon" },
  agreement: { icon: "yes", tone: "t-welcome" },
  date: { icon: "calendar", tone: "t-confirm" },
  back: { icon: "reply", tone: "t-welcome" },
  terms: { icon: "sliders", tone: "t-none" },
  basis: { icon: "letter", tone: "t-none" },
  imported: { icon: "import", tone: "t-none" },
};

/** The change in words with its icon, and the channels it names. */
export function ConsentWord({ kind, channels }: { kind: ConsentKind; channels: string[] }) {
  const { icon, tone } = consentLooks[kind];
  const named = channels.flatMap((channel) => (Channel.safeParse(channel).success ? [channelNames[channel as Channel]] : []));
  return (
    <span className={`finding ${tone}`}>
      <Icon name={icon} />
      {consentKindNames[kind]}
      {named.length > 0 ? `: ${named.join(", ")}` : null}
    </span>
  );
}
