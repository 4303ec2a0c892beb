import "server-only";
import { acceptShown, takeOffAsAsked, type Writer } from "#lib/schedule/store.ts";

/** What they say of something that is planned with them and shown to them; `wish` is when it suits them better. */
export type PlannedAnswer =
  | { followUpId: string; says: "yes" }
  | { followUpId: string; says: "not-this" }
  | { followUpId: string; says: "another-time"; wish: string };

/** "heard" changed something, "before" was said already, "missing" is not theirs, not shown to them or no longer planned. */
export type Heard = "heard" | "before" | "missing";

/** A person answers what is planned with them, on their own page (G1). The caller holds the prospect's lock. */
export async function answerPlanned(writer: Writer, prospectId: string, answer: PlannedAnswer): Promise<Heard> {
  const { tx, orgId } = writer;
  const row = await tx.followUp.findFirst({
    where: { orgId, id: answer.followUpId, prospectId, shared: true },
    select: { id: true, state: true, acceptedAt: true, heldReason: true },
  });
  const reason = reasonOf(answer);
  if (row?.state === "held" && row.heldReason === reason) return "before";
  if (row?.state !== "scheduled") return "missing";
  if (reason !== null) await takeOffAsAsked(writer, row.id, reason);
  else if (row.acceptedAt) return "before";
  else await acceptShown(writer, row.id);
  return "heard";
}

function reasonOf(answer: PlannedAnswer): string | null {
  if (answer.says === "yes") return null;
  return answer.says === "not-this" ? "They said on their page: not this, please." : `They asked for another time: “${answer.wish}”`;
}
