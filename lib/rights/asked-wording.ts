/** What asking to be erased says, as the ledger keeps it (C9): whoever changes a word here, or under the button on the page, changes the version. */
export const askedWordingVersion = "2026-11-27";

export const askedWording = (organisation: string) =>
  `Erase everything ${organisation} holds about me. From now on nobody at ${organisation} contacts me.`;
