import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { type Spoken, spokenOf } from "#lib/follow-up/spoken.ts";
import type { Held } from "#lib/rights/held.ts";
import { findHeldByToken } from "#lib/rights/held-queries.ts";
import { sayHeld, sayRequests } from "#lib/rights/say-held.ts";
import { sayDayIn, type Words, wordsIn } from "#lib/rights/words.ts";
import { Ways } from "./ways.tsx";

import "../../../styles/prospect.css";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: { absolute: "Your data" }, robots: { index: false, follow: false } };

/** Everything held about a person, at their own link (C8): to read, take away, correct and erase. Reading it changes nothing; what they ask is a POST to ./ask. */
export default async function DataPage({ params, searchParams }: Props) {
  const [{ token }, query, sent] = await Promise.all([params, searchParams, headers()]);
  const shown = await findHeldByToken(token, requestTime());
  if (!shown) redirect("/preferences/unknown");
  const wished = sent.get("accept-language");
  if ("erasedAt" in shown) return <Gone {...shown} language={spokenOf(wished)} />;

  const { held, zone } = shown;
  const language = spokenOf(held.person.language, wished);
  const words = wordsIn[language];
  return (
    <div className="prospect" lang={language}>
      <header className="letterhead">
        <p>{held.organisation}</p>
      </header>
      <main id="content" className="page">
        <title>{`${words.title} – ${held.organisation}`}</title>
        <Received held={held} words={words} done={query.done} />
        <h1>{words.title}</h1>
        <p className="lede">{words.lede(held.organisation, held.contact)}</p>
        {sayHeld(held, language, zone).map(({ part, title, lines, older }) => (
          <Part key={part} title={title} lines={lines} none={words.nothing} more={older > 0 ? words.more(older) : null} />
        ))}
        {held.requests.length > 0 ? (
          <Part title={words.sections.requests} lines={sayRequests(held, language, zone)} none={words.nothing} more={null} />
        ) : null}
        <Ways {...{ token, query, held, words }} />
        <p className="foot">
          <a href={`/preferences/${token}`}>{words.back}</a>
        </p>
      </main>
    </div>
  );
}

type PartProps = { title: string; lines: { what: string; value: string }[]; none: string; more: string | null };

function Part({ title, lines, none, more }: PartProps) {
  return (
    <section className="rest">
      <h2>{title}</h2>
      {lines.length === 0 ? <p className="hint">{none}</p> : null}
      {lines.length > 0 ? (
        <dl className="held">
          {lines.map(({ what, value }, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines have nothing else of their own, and never move
            <div key={i}>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {more ? <p className="hint">{more}</p> : null}
    </section>
  );
}

/** What the address claims to have arrived is said only where such a request is really open. */
function Received({ held, words, done }: { held: Held; words: Words; done: unknown }) {
  const arrived = held.requests.find(({ kind, state }) => state === "open" && kind === done);
  if (arrived?.kind !== "correct" && arrived?.kind !== "erase") return null;
  return (
    <p className="mark tone-good" role="status">
      {words.received[arrived.kind]}
    </p>
  );
}

function Gone({ erasedAt, organisation, language }: { erasedAt: Date; organisation: string; language: Spoken }) {
  const { gone } = wordsIn[language];
  return (
    <div className="prospect" lang={language}>
      <header className="letterhead">
        <p>{organisation}</p>
      </header>
      <main id="content" className="page">
        <title>{gone.title}</title>
        <h1>{gone.title}</h1>
        <p className="lede">{gone.text(organisation, sayDayIn(language, dateOf(localDay("UTC", erasedAt))))}</p>
        <p className="lede">{gone.stays}</p>
      </main>
    </div>
  );
}
