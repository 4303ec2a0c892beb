import type { Choice } from "#lib/preferences/choice.ts";

/** The words people decide by on their page. The ledger keeps them with each choice (C9): whoever changes a word here changes the version. */
export const wordingVersion = "2026-11-22";

export const labels = {
  save: "Save my choices",
  keep: "Keep it like this",
  pause: "Pause until then",
  resume: "Come back now",
  "call-back": "Come back to me then",
  stop: "Stop all contact",
  "stop-email": "Stop e-mail",
  "undo-stop": "I pressed it by mistake",
} as const;

const statements = {
  save: (organisation: string) => `Contact me by the ways I ticked, as often and at the times I chose. ${counts(organisation)}`,
  pause: () => "Nobody contacts me until the day I chose.",
  resume: () => "You may contact me again, the way I chose.",
  "call-back": () => "Come back to me on the day I chose. Until then nobody asks me for anything.",
  stop: (organisation: string) => `Stop all contact. ${stops(organisation)}`,
  "stop-email": (organisation: string) => `Nobody at ${organisation} writes to me by e-mail again.`,
  "undo-stop": () => "I stopped all contact by mistake. Everything is as it was before.",
} satisfies Record<Choice["action"], (organisation: string) => string>;

/** Under the save button. */
export const counts = (organisation: string) => `They count from now on, for everyone at ${organisation}.`;
/** Under the stop button. */
export const stops = (organisation: string) => `If you stop, nobody at ${organisation} writes or calls again.`;

/** What pressing the button says, as kept in the ledger. */
export function wordingOf(action: Choice["action"], organisation: string): string {
  return `${labels[action]}: ${statements[action](organisation)}`;
}

/** Why something cannot be done as things stand. */
export const refusals = {
  "undo-over": "The ten minutes are over. Choose below how we may contact you.",
  stopped: "You asked us to stop all contact. Choose below how we may contact you first.",
} as const;
