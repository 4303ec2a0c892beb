/** Who is signed in on the page that is open, as the desk says it; empty where nobody is. */
export const memberHere = (): string => document.querySelector<HTMLElement>("[data-member]")?.dataset.member ?? "";

/** Where a member's log sheet is kept while they sign in again. */
export const reopeningOf = (userId: string) => `reopen-log:${userId}`;
