/** Where the day they decide comes from (D2, D7). A guess of ours is never their date. */
export const closeOrigins = {
  said: "They said so",
  known: "From their tender, budget or contract",
  guess: "Our guess",
};
export type CloseOrigin = keyof typeof closeOrigins;

/** The same beside the date. */
export function sayOrigin(from: string | null): string {
  const said: Record<CloseOrigin, string> = { said: "they said so", known: "from their papers", guess: "our guess" };
  return from && Object.hasOwn(said, from) ? said[from as CloseOrigin] : "source not noted";
}

/** What a stage asks of a deal that does not have it yet: a won one its amount; one on its way the day they decide, if that is known. */
export function missingFor(kind: string, { amount, closeOn }: { amount: number; closeOn: unknown }): ("amount" | "closeOn")[] {
  if (kind === "won") return amount > 0 ? [] : ["amount"];
  return kind === "open" && !closeOn ? ["closeOn"] : [];
}
