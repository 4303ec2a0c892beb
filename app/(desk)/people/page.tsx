import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { Icon } from "#components/icon.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { Cursor } from "#lib/list-address.ts";
import { isMailSent } from "#lib/mail/transport.ts";
import { listMembers, listOpenInvitations, listTeams, type MemberRow } from "#lib/people/queries.ts";
import { may } from "#lib/people/roles.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { InviteForm } from "./invite-form.tsx";
import { MemberDialog } from "./member-dialog.tsx";
import { OpenLinks } from "./open-links.tsx";
import { roleNames } from "./role-names.ts";
import { Teams } from "./teams.tsx";

export const metadata: Metadata = { title: "People" };

const Query = z.object({ cursor: Cursor });

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!may(actor, "manage-people")) notFound();

  const { cursor } = Query.parse(await searchParams);
  const [page, teams, links] = await Promise.all([listMembers(actor, cursor), listTeams(actor), listOpenInvitations(actor, requestTime())]);
  const active = teams.reduce((sum, { people }) => sum + people, 0);
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: actor.timeZone });

  return (
    <>
      <PageHead title="People" note={`${active} active in ${teams.length === 1 ? "one team" : `${teams.length} teams`}`}>
        {may(actor, "manage-api-keys") ? (
          <Link className="btn" href="/people/keys">
            API keys
          </Link>
        ) : null}
      </PageHead>
      <div className="people">
        <section aria-label="Members">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Role</th>
                <th scope="col">Team</th>
                <th scope="col">Signed in</th>
                <th scope="col">
                  <span className="sr">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {page.rows.map((member) => (
                <tr key={member.id} className={member.active ? undefined : "gone"}>
                  <th scope="row">
                    <span className="who">{member.name}</span> <span className="meta">{member.email}</span>
                  </th>
                  <td>{roleNames[member.role]}</td>
                  <td>{member.teamName}</td>
                  <td>{seen(member, day)}</td>
                  <td className="num">
                    <MemberDialog member={forBrowser(member)} teams={teams} self={member.id === actor.userId} isMailSent={isMailSent()} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager path="/people" query={{}} next={page.next} previous={page.previous} />
          <OpenLinks links={links.map(({ expiresAt, ...link }) => ({ ...link, until: day.format(expiresAt) }))} />
        </section>
        <aside>
          <InviteForm teams={teams} isMailSent={isMailSent()} />
          <Teams teams={teams} />
        </aside>
      </div>
    </>
  );
}

const forBrowser = ({ id, name, role, teamId, active }: MemberRow) => ({ userId: id, name, role, teamId, active });

function seen({ active, lastSeenAt }: MemberRow, day: Intl.DateTimeFormat) {
  if (!active)
    return (
      <span className="finding t-none">
        <Icon name="pause" />
        Deactivated
      </span>
    );
  return lastSeenAt ? day.format(lastSeenAt) : <span className="meta">Not signed in</span>;
}
