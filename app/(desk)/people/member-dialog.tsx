"use client";
import { useRouter } from "next/navigation";
import { useRef } from "react";

import { Alert } from "#components/alert.tsx";
import { FirstIcon } from "#components/first-icon.tsx";
import { showToast } from "#components/show-toast.ts";
import { sentence } from "#lib/outcome.ts";
import type { Role } from "#lib/people/roles.ts";
import { changeRoleAction, deactivateAction, moveToTeamAction, reactivateAction, resetAction } from "./actions.ts";
import { LinkHandedOver } from "./one-time-link.tsx";
import { roleHints, roleNames } from "./role-names.ts";
import { useChange } from "./use-change.ts";

export type Member = { userId: string; name: string; role: Role; teamId: string; active: boolean };
type Leaving = { member: Member; close: () => void };
type Props = { member: Member; teams: { id: string; name: string }[]; self: boolean; isMailSent: boolean };

/** All that an admin does to one person, each with what it will mean. */
export function MemberDialog({ member, teams, self, isMailSent }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = `change-${member.userId}`;
  const close = () => dialog.current?.close();

  return (
    <>
      <button type="button" className="btn btn-quiet" aria-label={`Change ${member.name}`} onClick={() => dialog.current?.showModal()}>
        Change
      </button>
      <dialog ref={dialog} className="person" aria-labelledby={title}>
        <div className="dialog-head">
          <h2 id={title}>{member.name}</h2>
          <button type="button" className="btn btn-quiet" aria-label="Close" onClick={close}>
            <FirstIcon name="close" />
          </button>
        </div>
        <div className="person-body">
          {member.active ? (
            <Working member={member} teams={teams} self={self} isMailSent={isMailSent} close={close} />
          ) : (
            <Reactivate member={member} close={close} />
          )}
        </div>
      </dialog>
    </>
  );
}

function Working({ member, teams, self, isMailSent, close }: Props & Leaving) {
  return (
    <>
      <RoleForm member={member} />
      <TeamForm member={member} teams={teams} />
      {self ? (
        <p className="meta">For a new password of your own, sign out and press “Forgot your password?”.</p>
      ) : (
        <Reset member={member} isMailSent={isMailSent} />
      )}
      <Deactivate member={member} close={close} />
    </>
  );
}

function RoleForm({ member }: { member: Member }) {
  const [outcome, submit, pending] = useChange(changeRoleAction);
  return (
    <form action={submit}>
      <input type="hidden" name="userId" value={member.userId} />
      <label className="entry">
        <span>Role</span>
        <select name="role" defaultValue={member.role} key={member.role}>
          {Object.entries(roleNames).map(([role, name]) => (
            <option key={role} value={role}>
              {name} – {roleHints[role as Role]}
            </option>
          ))}
        </select>
      </label>
      <Answer outcome={outcome} done="Saved. It counts from their next click." />
      <button className="btn" aria-disabled={pending}>
        Save the role
      </button>
    </form>
  );
}

function TeamForm({ member, teams }: { member: Member; teams: Props["teams"] }) {
  const [outcome, submit, pending] = useChange(moveToTeamAction);
  return (
    <form action={submit}>
      <input type="hidden" name="userId" value={member.userId} />
      <label className="entry">
        <span>Team</span>
        <select name="teamId" defaultValue={member.teamId} key={member.teamId}>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Answer outcome={outcome} done={outcome?.ok ? `Moved, with ${outcome.value.records} records.` : ""} />
      <button className="btn" aria-disabled={pending}>
        Move with their records
      </button>
    </form>
  );
}

function Reset({ member, isMailSent }: { member: Member; isMailSent: boolean }) {
  const [outcome, submit, pending] = useChange(resetAction);
  return (
    <form action={submit}>
      <input type="hidden" name="userId" value={member.userId} />
      <p className="soft">
        Lost password or lost laptop: this signs them out everywhere, ends their password and {isMailSent ? "mails them" : "makes"} a link
        to choose a new one.
      </p>
      {outcome?.ok ? <LinkHandedOver link={outcome.value} /> : <Answer outcome={outcome} done="" />}
      <button className="btn" aria-disabled={pending}>
        Reset sign-in
      </button>
    </form>
  );
}

// Their row moves to another place in the list, and a dialog that is moved falls out of its layer: it is closed first.

function Deactivate({ member: { userId, name }, close }: Leaving) {
  const router = useRouter();
  const undo = () => void reactivateAction(null, { userId }).then(() => router.refresh());
  const [outcome, submit, pending] = useChange(deactivateAction, () => {
    close();
    showToast({ text: `${name} is deactivated.`, act: { name: "Let them in again", run: undo } });
  });
  return (
    <form action={submit}>
      <input type="hidden" name="userId" value={userId} />
      <p className="soft">Deactivating signs them out at once. Their records stay and can be handed on; they can be let in again later.</p>
      <Answer outcome={outcome} done="" />
      <button className="btn" aria-disabled={pending}>
        Deactivate
      </button>
    </form>
  );
}

function Reactivate({ member: { userId, name }, close }: Leaving) {
  const [outcome, submit, pending] = useChange(reactivateAction, () => {
    close();
    showToast({ text: `${name} can sign in again.`, tone: "welcome" });
  });
  return (
    <form action={submit}>
      <input type="hidden" name="userId" value={userId} />
      <p className="soft">
        They can sign in again with the password they had. If it was reset, reset their sign-in once more to make a new link.
      </p>
      <Answer outcome={outcome} done="" />
      <button className="btn" aria-disabled={pending}>
        Reactivate
      </button>
    </form>
  );
}

function Answer({
  outcome,
  done,
}: {
  outcome: Awaited<ReturnType<typeof changeRoleAction>> | { ok: true; value: unknown } | null;
  done: string;
}) {
  if (!outcome) return null;
  return outcome.ok ? <p role="status">{done}</p> : <Alert>{sentence(outcome.problem)}</Alert>;
}
