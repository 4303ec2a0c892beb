import "server-only";
import type { TxContext } from "#lib/platform/transaction.ts";
import { refoldPeople } from "#lib/prospects/store.ts";

/** Carries a company's new name into the search text of everyone there, in the transaction that renamed it. */
export async function refoldSearchText(context: TxContext, company: { id: string; name: string }): Promise<void> {
  await refoldPeople(context, company);
}
