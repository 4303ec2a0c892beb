import type { Route } from "next";
import Link from "next/link";

import { saySuggested, type Said } from "#lib/schedule/say-suggested.ts";
import { Icon } from "#components/icon.tsx";
import { channelIcons, type IconName } from "#components/icons.ts";
import { Rule } from "#components/rule.tsx";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { Suggested } from "#lib/schedule/suggested.ts";

type Props = Said & {
  suggested: Suggested;
  /** Whether the plan below is this one already. */
  isTakenUp: boolean;
  onUse: () => void;
  /** What is planned with them; one of these may be what it waits for. */
  planned: Dossier["planned"];
  /** Mends what has to be settled first, where the form can. */
  remedy?: { words: string; apply: () => void } | undefined;
};

/** What a careful colleague would do next, why, and one press to plan it. */
export function SuggestedNext({ suggested, isTakenUp, onUse, planned, remedy, ...said }: Props) {
  const { kind, why, rule, plan, until } = suggested;
  const waitsFor = kind === "wait" ? planned.find(({ at }) => at.getTime() === until?.getTime()) : undefined;
  return (
    <section className="suggested" aria-label="Suggested next">
      <Icon name={iconOf(suggested)} />
      <div>
        <h3>{saySuggested(suggested, said)}</h3>
        <p className="soft">
          {why} <Rule id={rule} />
        </p>
      </div>
      {waitsFor && (
        <Link className="btn" href={`?mend=${waitsFor.id}` as Route} prefetch={false}>
          Change it
        </Link>
      )}
      {plan && !isTakenUp && (
        <button type="button" className="btn" data-key="u" onClick={onUse}>
          Use this <kbd>U</kbd>
        </button>
      )}
      {plan && isTakenUp && !remedy && (
        <span className="meta">
          <Icon name="check" /> filled in
        </span>
      )}
      {isTakenUp && remedy && (
        <button type="button" className="btn" onClick={remedy.apply}>
          {remedy.words}
        </button>
      )}
    </section>
  );
}

function iconOf({ kind, plan }: Suggested): IconName {
  switch (kind) {
    case "touch":
      return channelIcons[plan!.channel];
    case "close":
      return "door";
    case "wait":
      return "pause";
    case "settle":
      return "ask";
  }
}
