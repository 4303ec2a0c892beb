import type { ReactNode } from "react";

import { signOutAction } from "#app/sign-in/actions.ts";
import { Install } from "#components/install.tsx";
import { Keys } from "#components/keys.tsx";
import { Log } from "#components/log.tsx";
import { adminPlaces, deskPlaces, managerPlaces } from "#components/places.ts";
import { Rail, type Section } from "#components/rail.tsx";
import { TabBar } from "#components/tab-bar.tsx";
import { Toasts } from "#components/toast.tsx";
import { TopBar } from "#components/top-bar.tsx";
import { countUnread } from "#lib/notices/queries.ts";
import { may } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { correctTouchAction, logTouchAction } from "./actions.ts";

const tabs = deskPlaces.filter(({ name }) => ["Today", "Prospects"].includes(name));
const rest = deskPlaces.filter((place) => !tabs.includes(place));

/** The frame around the desk. It protects nothing: every page asks for itself who is calling. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const who = { name: actor.name, timeZone: actor.timeZone };
  const unread = await countUnread(actor);

  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <div className="app">
        <Rail who={who} sections={[{ places: deskPlaces }, ...offices(actor)]} signOut={signOutAction} />
        <div className="main">
          <TopBar unread={unread} />
          <main id="content" className="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <TabBar tabs={tabs} sections={[{ places: rest }, ...offices(actor)]} who={who} signOut={signOutAction} />
      <Install />
      <Toasts />
      <Keys />
      <Log log={logTouchAction} correct={correctTouchAction} timeZone={actor.timeZone} userId={actor.userId} />
    </>
  );
}

function offices(actor: Actor): Section[] {
  return [
    ...(may(actor, "see-overview") ? [{ heading: "Manager", places: managerPlaces }] : []),
    ...(may(actor, "manage-people") ? [{ heading: "Admin", places: adminPlaces }] : []),
  ];
}
