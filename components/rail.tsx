import Link from "next/link";
import type { Route } from "next";

import { Icon } from "#components/icon.tsx";
import { NavLink } from "#components/nav-link.tsx";
import type { Place } from "#components/places.ts";
import { ThemeToggle } from "#components/theme-toggle.tsx";
import { ZoneTime } from "#components/zone-time.tsx";

export type Who = { name: string; timeZone: string };
export type Section = { heading?: string; places: Place[] };

export function Rail({ who, sections, signOut }: { who: Who; sections: Section[]; signOut: () => Promise<void> }) {
  return (
    <nav className="rail" aria-label="Main">
      <Link className="brand" href={"/today" as Route}>
        <Mark />
        Tactful
      </Link>
      {sections.map((section) => (
        <RailSection key={section.heading ?? ""} {...section} />
      ))}
      <RailFoot who={who} signOut={signOut} />
    </nav>
  );
}

export function RailSection({ heading, places }: Section) {
  return (
    <>
      {heading ? <h2>{heading}</h2> : null}
      {places.map(({ href, name, icon }) => (
        <NavLink key={href} href={href} className="rail-item">
          <Icon name={icon} />
          {name}
        </NavLink>
      ))}
    </>
  );
}

export function RailFoot({ who, signOut }: { who: Who; signOut: () => Promise<void> }) {
  return (
    <div className="rail-foot">
      <ThemeToggle>
        <Icon name="moon" />
        Light or dark
      </ThemeToggle>
      <NavLink href={"/settings" as Route} className="rail-item">
        <Icon name="sliders" />
        Settings
      </NavLink>
      <button type="button" className="rail-item rail-keys" data-open-keys>
        <Icon name="keys" />
        All keys
        <span className="n">
          <kbd>?</kbd>
        </span>
      </button>
      <form action={signOut}>
        <button className="rail-item">
          <Icon name="door" />
          Sign out
        </button>
      </form>
      <div className="rail-who">
        <span className="face" aria-hidden="true">
          {initials(who.name)}
        </span>
        <b className="cut">{who.name}</b>
        <ZoneTime timeZone={who.timeZone} />
      </div>
    </div>
  );
}

/** Two beams and a notch: the balance. */
function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--accent-solid)" />
      <path d="M4.5 8.2h11M4.5 11.8h6.5" stroke="var(--on-accent)" strokeWidth="2" />
      <path d="M11 5.5v9" stroke="var(--on-accent)" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}
