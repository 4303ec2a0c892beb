import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { chooseDigestAction, editOwnProfileAction } from "./actions.ts";
import { CalendarLink } from "./calendar-link.tsx";
import { DigestFields } from "./digest-fields.tsx";
import { ThemeChoice } from "./theme-choice.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { CrumbName } from "#components/crumb.tsx";
import { Entry } from "#components/entry.tsx";
import { PageHead } from "#components/page-head.tsx";
import { sayClock, sayWhen } from "#lib/follow-up/say-when.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { findCalendarLink } from "#lib/schedule/calendar-queries.ts";
import { nextDigest } from "#lib/today/digest.ts";
import { findDigestSetting } from "#lib/today/digest-queries.ts";

export const metadata: Metadata = { title: "Settings" };

const zones = Intl.supportedValuesOf("timeZone");

/** What somebody chooses for themselves alone. */
export default async function SettingsPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const [digest, link] = await Promise.all([findDigestSetting(actor), findCalendarLink(actor)]);
  const now = requestTime();
  const { timeZone } = actor;
  const offered = zones.includes(timeZone) ? zones : [timeZone, ...zones];
  const next = digest.hour === null ? null : nextDigest(timeZone, digest.hour, now);

  return (
    <>
      <CrumbName name="Settings" />
      <PageHead title="Settings" note="For you alone; nobody else is changed by them" />
      <div className="settings">
        <section aria-labelledby="settings-you">
          <h2 id="settings-you">You</h2>
          <ActionForm key={`${actor.name} ${timeZone}`} action={editOwnProfileAction} submit="Save" done="Saved.">
            <Entry label="Name" name="name" defaultValue={actor.name} isRequired autoComplete="name" />
            <Entry
              label="Time zone"
              name="timeZone"
              defaultValue={timeZone}
              options={offered.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
              hint="Your days and hours are read by this clock; theirs stand beside it."
            />
          </ActionForm>
        </section>
        <section aria-labelledby="settings-digest" className="settings-long">
          <h2 id="settings-digest">Daily digest</h2>
          <p className="soft">
            {next
              ? `The next one comes ${sayWhen(timeZone, next, now)} at ${sayClock(timeZone, next)}, if there is something to tell. It holds counts, and nobody’s name.`
              : "A short mail at an hour of yours: what is due, who answered, what was taken off. None comes on a day with nothing to do."}
          </p>
          <ActionForm key={`${digest.hour} ${digest.kinds.join(" ")}`} action={chooseDigestAction} submit="Save" done="Saved.">
            <DigestFields {...digest} />
          </ActionForm>
        </section>
        <section aria-labelledby="settings-calendar">
          <h2 id="settings-calendar">Your calendar</h2>
          <p className="soft">
            A secret address that shows your own planned follow-ups in your calendar: with whom, by which channel and why it helps them.
            Whoever has it can read that, so give it to your calendar only.
          </p>
          <CalendarLink since={link ? sayWhen(timeZone, link.createdAt, now) : null} />
        </section>
        <section aria-labelledby="settings-look">
          <h2 id="settings-look">Light or dark</h2>
          <ThemeChoice />
        </section>
      </div>
    </>
  );
}
