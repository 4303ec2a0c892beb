import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { Icon } from "#components/icon.tsx";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { findByToken, type PreferencePage } from "#lib/preferences/find-by-token.ts";
import { readBack, valuesOf } from "#lib/preferences/form-values.ts";
import { list } from "#lib/preferences/words.ts";
import { Breaks } from "./breaks.tsx";
import { ChoicesForm } from "./choices-form.tsx";
import { Confirmation, confirmations, isTrue } from "./confirmation.tsx";
import { StandingNow } from "./standing-now.tsx";
import { Held } from "./held.tsx";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { problem, done } = await searchParams;
  const question = "How would you like to hear from us?";
  return { title: { absolute: problem ? `Please check – ${question}` : done ? `Done – ${question}` : question } };
}

/** The prospect's own page: no account, no script needed. Reading it changes nothing; every choice is a POST to ./choose. */
export default async function PreferencesPage({ params, searchParams }: Props) {
  const [{ token }, query] = await Promise.all([params, searchParams]);
  const now = requestTime();
  const page = await findByToken(token, now);
  // the page about their data knows whether it was erased or never was
  if (!page) redirect(`/preferences/${encodeURIComponent(token)}/data`);

  const zone = page.terms?.timeZone ?? page.zone;
  const today = dateOf(localDay(zone, now));
  const done = confirmations.find((each) => each === query.done);
  return (
    <>
      <header className="letterhead">
        <p>{page.organisation.name}</p>
      </header>
      <main id="content" className="page">
        {done && isTrue(done, page, today) ? (
          <Confirmation {...{ token, done, page, zone, today }} />
        ) : (
          <Choosing {...{ token, query, page, zone, today }} />
        )}
        <footer className="foot hint">
          <p>
            This page is yours: its address opens it, without a password.{" "}
            {[page.organisation.name, page.organisation.postalAddress].filter(Boolean).join(", ")}.
          </p>
        </footer>
      </main>
    </>
  );
}

type ChoosingProps = { token: string; query: Awaited<Props["searchParams"]>; page: PreferencePage; zone: string; today: string };

function Choosing({ token, query, page, zone, today }: ChoosingProps) {
  const { organisation, contact, terms, standings, stoppedAt } = page;
  const standing = valuesOf(terms, standings, zone);
  const { values, problems } = readBack(query, standing, today);
  const trouble = problems.form ?? (Object.keys(problems).length > 0 ? `Nothing was saved yet. ${Object.values(problems)[0]}` : null);
  return (
    <>
      {trouble ? (
        <p className="trouble" role="alert">
          <Icon name="no" />
          <span>{trouble}</span>
        </p>
      ) : null}
      <h1>How would you like to hear from us?</h1>
      <p className="lede">
        You are {whoTheyAre(page)}. {contact} from {organisation.name} is the one who contacts you.
      </p>
      <p className="lede">You decide if, how and how often. You can change your mind at any time.</p>
      <StandingNow {...{ token, page, standing, zone, today }} />
      <ChoicesForm
        {...{ token, values, problems }}
        title={terms || stoppedAt ? "Change how we contact you" : "Choose how we contact you"}
        hints={hintsOf(page)}
        organisation={organisation.name}
      />
      {stoppedAt ? null : <Breaks {...{ token, today, values, problems }} />}
      <Held page={page} />
    </>
  );
}

function whoTheyAre({ name, jobTitle, company }: PreferencePage): string {
  if (jobTitle && company) return `${name}, ${jobTitle} at ${company}`;
  return [name, jobTitle ?? (company && `from ${company}`)].filter(Boolean).join(", ");
}

/** Under each way: where it would reach them, or that we could not. */
function hintsOf({ addresses, standings }: PreferencePage): Record<Channel, string> {
  const of = (kind: PreferencePage["addresses"][number]["kind"]) =>
    list(addresses.filter((each) => each.kind === kind).map(({ value }) => value));
  const where: Record<Channel, string> = {
    email: of("email") || "We have no e-mail address of yours",
    phone: of("phone") || "We have no number of yours",
    sms: of("phone") || "We have no number of yours",
    linkedin: of("linkedin") || "We have no profile of yours",
    mail: of("address") || "We have no postal address of yours",
    meeting: "Only at a time you agreed to",
  };
  return Object.fromEntries(
    Channel.options.map((channel) => [channel, standings[channel].kind === "stopped" ? `${where[channel]}. Not used now` : where[channel]]),
  ) as Record<Channel, string>;
}
