import "server-only";
import { asWritten } from "#lib/events/changes.ts";
import { findLastEdit } from "#lib/events/queries.ts";
import { no, type Outcome } from "#lib/outcome.ts";
import type { TxContext } from "#lib/platform/transaction.ts";

type Standing = { version: number; fields: Record<string, Parameters<typeof asWritten>[0]> };

/** Somebody saved between your opening and your saving. Both versions are told, by the names of the form's fields, so that nothing is lost unseen. */
export async function savedMeanwhile(
  { tx, actor }: TxContext,
  edited: Parameters<typeof findLastEdit>[2],
  what: string,
  { version, fields }: Standing,
): Promise<Outcome<never>> {
  const last = await findLastEdit(tx, actor.orgId, edited);
  const written = Object.entries(fields).map(([name, value]) => [name, asWritten(value) ?? ""]);
  return no({
    code: "conflict",
    sentence: `${last?.by ?? "A colleague"} saved ${what} while you were editing it. Yours is not saved yet and nothing of it is lost: look at both and choose.`,
    theirs: { by: last?.by ?? null, at: last?.at ?? null, version, fields: Object.fromEntries(written) as Record<string, string> },
  });
}
