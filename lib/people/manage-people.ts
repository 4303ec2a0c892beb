import "server-only";
import { recordEvent } from "#lib/events/record-event.ts";
import { no, type Outcome } from "#lib/outcome.ts";
import { may, type Permission } from "#lib/people/roles.ts";
import { lockMember, type LockedMember } from "#lib/people/store.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction, type TxContext } from "#lib/platform/transaction.ts";

type Work<T> = (context: TxContext<Context>) => Promise<Outcome<T>>;

/** What only an admin may do, as one transaction. */
export async function asAdmin<T>(context: Context, permission: Permission, work: Work<T>): Promise<Outcome<T>> {
  return may(context.actor, permission) ? inTransaction(context, work) : no({ code: "forbidden" });
}

/** The same for one person of the admin's own organisation, who stays locked until it is done. */
export function withMember<T>(
  context: Context,
  userId: string,
  work: (context: TxContext<Context>, member: LockedMember) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return asAdmin(context, "manage-people", async (context) => {
    const member = await lockMember(context, userId);
    return member ? work(context, member) : no({ code: "not-found" });
  });
}

export const onlyAdmin = no({ code: "conflict", sentence: "This is the only active admin. Make someone else an admin first." });

export function tellPeopleEvent(
  { tx, actor, now }: TxContext<Context>,
  kind: string,
  subjectId: string,
  data: Record<string, string | number> = {},
) {
  return recordEvent({ tx, orgId: actor.orgId, actorId: actor.userId, now }, { kind, subjectId, data });
}
