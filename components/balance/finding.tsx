import { Icon } from "#components/icon.tsx";
import type { IconName } from "#components/icons.ts";
import type { Tone } from "#components/balance/tones.ts";

/** A judgement in a word: its colour never comes without its icon. */
export function Finding({ tone, icon, children }: { tone: Tone; icon: IconName; children: React.ReactNode }) {
  return (
    <span className={`finding t-${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
