import { Finding } from "#components/balance/finding.tsx";
import type { Tone } from "#components/balance/tones.ts";
import type { IconName } from "#components/icons.ts";
import type { PulseReading, PulseWord } from "#lib/cadence/read-pulse.ts";
import { sayWhen } from "#lib/follow-up/say-when.ts";

const shown: Record<PulseWord, { tone: Tone; icon: IconName; word: string }> = {
  "too-much": { tone: "never", icon: "plus", word: "asked too much" },
  "left-alone": { tone: "more", icon: "clock", word: "left alone" },
  "in-rhythm": { tone: "welcome", icon: "yes", word: "in rhythm" },
  waits: { tone: "welcome", icon: "reply", word: "waits for our answer" },
  new: { tone: "none", icon: "hope", word: "not contacted yet" },
  paused: { tone: "confirm", icon: "pause", word: "paused by them" },
  stopped: { tone: "never", icon: "ban", word: "asked us to stop" },
};

type Props = { pressure: PulseReading; lastOutboundAt: Date | null; zone: string; now: Date };

/** What is asked of a person, in the words of their record; the numbers behind it for whoever looks closer (D3, D4). */
export function AskedOf({ pressure, lastOutboundAt, zone, now }: Props) {
  const { tone, icon, word } = shown[pressure.word];
  const numbers = sayNumbers(pressure, lastOutboundAt && sayWhen(zone, lastOutboundAt, now));
  return (
    <span className="asked-word" title={numbers}>
      <Finding tone={tone} icon={icon}>
        {word}
      </Finding>
      <span className="sr">. {numbers}</span>
    </span>
  );
}

function sayNumbers({ unanswered, budget }: PulseReading, last: string | null): string {
  if (!last) return "No touch of ours yet.";
  const asked = unanswered === 0 ? "All answered" : `${unanswered} unanswered of ${budget} before it is kind to stop`;
  return `${asked}, last touch ${last}.`;
}
