import { Icon } from "#components/icon.tsx";
import { NavLink } from "#components/nav-link.tsx";
import { PlanTab } from "#components/plan-tab.tsx";
import type { Place } from "#components/places.ts";
import { RailFoot, RailSection, type Section, type Who } from "#components/rail.tsx";

type TabBarProps = { tabs: Place[]; sections: Section[]; who: Who; signOut: () => Promise<void> };

/** The phone's frame: the queue, the people, logging and planning under the thumb, and a sheet with the rest, which opens without JavaScript. */
export function TabBar({ tabs, sections, who, signOut }: TabBarProps) {
  return (
    <>
      <nav className="tabbar" aria-label="Main">
        {tabs.map((place) => (
          <Tab key={place.href} {...place} />
        ))}
        <button type="button" data-open-log>
          <Icon name="chat" />
          Log
        </button>
        <PlanTab>
          <Icon name="calendar" />
          Plan
        </PlanTab>
        <button type="button" popoverTarget="more">
          <Icon name="more" />
          More
        </button>
      </nav>
      <nav id="more" popover="auto" className="more-sheet" aria-label="More">
        {sections.map((section) => (
          <RailSection key={section.heading ?? ""} {...section} />
        ))}
        <RailFoot who={who} signOut={signOut} />
      </nav>
    </>
  );
}

function Tab({ href, name, icon }: Place) {
  return (
    <NavLink href={href}>
      <Icon name={icon} />
      {name}
    </NavLink>
  );
}
