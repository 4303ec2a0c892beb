import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { Empty } from "#components/empty.tsx";
import { PageHead } from "#components/page-head.tsx";
import { addressOf, Pager } from "#components/pager.tsx";
import { Tabs } from "#components/tabs.tsx";
import { listMail } from "#lib/mail/queries.ts";
import { isMailSent } from "#lib/mail/transport.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { Message } from "./message.tsx";

export const metadata: Metadata = { title: "Outbox" };

const Query = z.object({
  state: z.enum(["queued", "sent", "failed", "dropped"]).nullable().catch(null),
  cursor: z.string().nullable().catch(null),
});

const tabs = [
  { state: null, name: "All" },
  { state: "queued", name: "Waiting" },
  { state: "failed", name: "Given up" },
  { state: "sent", name: "Sent" },
  { state: "dropped", name: "Not sent" },
] as const;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OutboxPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "manage-mail")) notFound();
  const { state, cursor } = Query.parse({ state: null, cursor: null, ...(await searchParams) });
  const { rows, next, previous } = await listMail(actor, { state, cursor });
  const now = requestTime();

  return (
    <>
      <PageHead
        title="Outbox"
        note={isMailSent() ? "What Tactful sends by itself: its words are for the reader alone." : "No mail server is set up."}
      />
      {isMailSent() ? null : (
        <p className="soft outbox-lead">
          Messages wait here, with the secret links in them, until <code>SMTP_URL</code> is set; then they leave by themselves. Read one and
          hand its link to whom it is for, and to nobody else. After seven days it loses its words.
        </p>
      )}
      <Tabs
        tabs={tabs.map((tab) => ({
          name: tab.name,
          href: addressOf("/outbox", { state: tab.state ?? undefined }),
          isCurrent: tab.state === state,
        }))}
      />
      {rows.length === 0 ? (
        <Empty title="Nothing here">
          Invitations, new passwords and the question how somebody wants to be contacted leave by this way.
        </Empty>
      ) : (
        <ol className="behind outbox">
          {rows.map((mail) => (
            <Message key={mail.id} mail={mail} zone={actor.timeZone} now={now} />
          ))}
        </ol>
      )}
      <Pager path="/outbox" query={{ state: state ?? undefined }} next={next} previous={previous} />
    </>
  );
}
