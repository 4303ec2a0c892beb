"use client";
import { Icon } from "#components/icon.tsx";
import type { IconName } from "#components/icons.ts";
import type { Draft } from "#components/log-draft.ts";
import type { Named } from "#components/log-line-draft.ts";
import { sayWhoseClock } from "#components/plan-next-wish.ts";
import type { Asset } from "#components/use-line.ts";
import { dayOf, sayCalendarDay } from "#lib/follow-up/local-time.ts";
import { dispositionNames } from "#lib/follow-up/touch.ts";
import { channelNames, offerNames } from "#lib/follow-up/vocabulary.ts";
import type { LineReading } from "#lib/touches/read-line.ts";

type LineProps = {
  line: string;
  reading: LineReading | null;
  named: Named;
  shown: Draft;
  assets: readonly Asset[] | null;
  viewerZone: string;
  theirZone: string | null;
  onType: (line: string) => void;
};

/** The whole touch in one line, and how it was read: each part leads to its field, where it can be changed. */
export function LogLine({ line, reading, named, shown, assets, viewerZone, theirZone, onType }: LineProps) {
  const read = reading ? partsOf(reading, named, shown, { assets, viewerZone, theirZone }) : [];
  return (
    <div className="log-field log-line">
      <label htmlFor="log-line">In one line</label>
      <input
        id="log-line"
        type="text"
        maxLength={1_000}
        autoComplete="off"
        enterKeyHint="done"
        value={line}
        placeholder="called Ana, voicemail, try Tue 10am"
        aria-describedby="log-line-note"
        onChange={({ target }) => onType(target.value)}
      />
      <p className="meta" id="log-line-note">
        {line.trim() ? "Read below; change what is not right." : "Or fill in the fields. What is not understood is kept as a note."}
      </p>
      {read.length > 0 && (
        <ul className="read" aria-label="Read from the line">
          {read.map(({ icon, text, field, isOpen }) => (
            <li key={field}>
              <button type="button" className={isOpen ? "read-part t-more" : "read-part"} onClick={() => show(field)}>
                <Icon name={icon} />
                <span>{text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** To the field that holds it. */
function show(field: string) {
  const sheet = document.querySelector<HTMLElement>("dialog.log");
  const control = sheet?.querySelector<HTMLElement>(`#log-${field}, input[name="${field}"]:checked, input[name="${field}"]`);
  control?.scrollIntoView({ block: "center" });
  control?.focus();
}

type Part = { icon: IconName; text: string; field: string; isOpen?: boolean };

type Known = Pick<LineProps, "assets" | "viewerZone" | "theirZone">;

function partsOf({ who, unmatched }: LineReading, named: Named, shown: Draft, { assets, viewerZone, theirZone }: Known): Part[] {
  const wish = { at: shown.nextAt, isTheirs: shown.nextIsTheirs };
  const parts: (Part | null)[] = [
    sayWho(who, named, shown),
    shown.channel ? { icon: "phone", text: channelNames[shown.channel], field: "channel" } : null,
    shown.direction === "in" ? { icon: "reply", text: "They reached out", field: "direction" } : null,
    shown.disposition ? { icon: "check", text: dispositionNames[shown.disposition], field: "disposition" } : null,
    sayGiven(unmatched, shown, assets),
    shown.at ? { icon: "clock", text: `On ${sayWall(shown.at)}`, field: "at" } : null,
    shown.theySaid ? { icon: "said", text: `“${shown.theySaid}”`, field: "theySaid" } : null,
    shown.step ? { icon: "flag", text: `Next step: ${shown.step}`, field: "step" } : null,
    shown.nextAt
      ? { icon: "calendar", text: `Next: ${sayWall(wish.at)}${sayWhoseClock(wish, viewerZone, theirZone)}`, field: "nextAt" }
      : null,
    shown.callBackOn ? { icon: "calendar", text: `Call back on ${sayWall(shown.callBackOn)}`, field: "callBackOn" } : null,
    shown.pausedUntil ? { icon: "pause", text: `Pause until ${sayWall(shown.pausedUntil)}`, field: "pausedUntil" } : null,
    shown.body ? { icon: "edit", text: `Note: ${shown.body}`, field: "body" } : null,
  ];
  return parts.filter((part) => part !== null);
}

function sayWho(who: string | null, named: Named, { prospect }: Draft): Part | null {
  const at = { icon: "people", field: "who" } as const;
  if (prospect) return { ...at, text: prospect.name };
  if (!who) return null;
  if (named.state === "looking") return { ...at, text: `Looking for ${who}` };
  return { ...at, text: named.state === "several" ? `Which ${who}?` : `Nobody found: ${who}`, isOpen: true };
}

function sayGiven(unmatched: string | null, { offerKind, assetId, offerText }: Draft, assets: readonly Asset[] | null): Part | null {
  const at = { icon: "library", field: "offer" } as const;
  if (offerKind !== "none") {
    const title = assets?.find(({ id }) => id === assetId)?.title;
    return { ...at, text: `Gave: ${title ?? (offerText || offerNames[offerKind].toLowerCase())}` };
  }
  return unmatched ? { ...at, text: `“${unmatched}” is not one thing in the library: choose, or leave it as a note`, isOpen: true } : null;
}

/** "Tue 1 Dec, 10:00" of a wall clock's day and time. */
export function sayWall(wall: string): string {
  const [date, time] = wall.split("T");
  const day = sayCalendarDay(dayOf(date!));
  return time ? `${day}, ${time}` : day;
}
