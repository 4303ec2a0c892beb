import type { ReactNode } from "react";

import { signOutAction } from "#app/sign-in/actions.ts";
import { Install } from "#components/install.tsx";
import { Keys } from "#components/keys.tsx";
import { Log } from "#components/log.tsx";
import { addressOf } from "#components/pager.tsx";
import { Palette } from "#components/palette.tsx";
import { adminPlaces, deskPlaces, managerPlaces } from "#components/places.ts";
import { Rail, type Section } from "#components/rail.tsx";
import { TabBar } from "#components/tab-bar.tsx";
import { Toasts } from "#components/toast.tsx";
import { TopBar } from "#components/top-bar.tsx";
import { countUnread } from "#lib/notices/queries.ts";
import { may } from "#lib/people/roles.ts";
import type { Actor } from "#lib/platform/context.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { listPinnedViews } from "#lib/views/queries.ts";
import type { View } from "#lib/views/saved-view.ts";
import { correctTouchAction, logTouchAction, takeBackTouchAction } from "./actions.ts";
import { PlanNext } from "./today/plan-next.tsx";

const tabs = deskPlaces.filter(({ name }) => ["Today", "Prospects"].includes(name));
const rest = deskPlaces.filter((place) => !tabs.includes(place));

/** The frame around the desk. It protects nothing: every page asks for itself who is calling. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const who = { name: actor.name, timeZone: actor.timeZone };
  const [unread, pinned] = await Promise.all([countUnread(actor), listPinnedViews(actor)]);
  const places = [...deskPlaces, ...offices(actor).flatMap(({ places }) => places)];

  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <div className="app" data-member={actor.userId}>
        <Rail who={who} sections={[{ places: deskPlaces }, ...atHand(pinned), ...offices(actor)]} signOut={signOutAction} />
        <div className="main">
          <TopBar unread={unread} />
          <main id="content" className="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <TabBar tabs={tabs} sections={[{ places: rest }, ...atHand(pinned), ...offices(actor)]} who={who} signOut={signOutAction} />
      <Install />
      <Toasts />
      <Keys places={places} />
      <Palette places={places} signOut={signOutAction} />
      <Log
        log={logTouchAction}
        correct={correctTouchAction}
        takeBack={takeBackTouchAction}
        timeZone={actor.timeZone}
        userId={actor.userId}
      />
      <PlanNext />
    </>
  );
}

/** The views one keeps at hand. */
function atHand(views: View[]): Section[] {
  const places = views.map(({ list, name, query }) => ({ href: addressOf(`/${list}`, query), name, icon: "flag" as const }));
  return places.length > 0 ? [{ heading: "Pinned", places }] : [];
}

function offices(actor: Actor): Section[] {
  return [
    ...(may(actor, "see-overview") ? [{ heading: "Manager", places: managerPlaces }] : []),
    ...(may(actor, "manage-people") ? [{ heading: "Admin", places: adminPlaces }] : []),
  ];
}
