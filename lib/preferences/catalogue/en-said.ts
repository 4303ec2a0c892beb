import type { AnswerAction } from "#lib/preferences/answer.ts";
import type { ChoiceAction, ProblemKey } from "#lib/preferences/choice.ts";

/** What is said by pressing something, and what is answered to it, in English. */
export const enSaid = {
  /** What pressing a button says, in the person's voice, as the ledger keeps it. */
  statements: {
    save: (organisation: string) =>
      `Contact me by the ways I ticked, as often and at the times I chose. This counts from now on, for everyone at ${organisation}.`,
    pause: () => "Nobody contacts me until the day I chose.",
    resume: () => "You may contact me again, the way I chose.",
    "call-back": () => "Come back to me on the day I chose. Until then nobody asks me for anything.",
    stop: (organisation: string) => `Nobody at ${organisation} writes or calls again.`,
    "undo-stop": () => "I stopped all contact by mistake. Everything is as it was before.",
    "stop-channel": (organisation: string) => `This counts at once, for everyone at ${organisation}.`,
    "allow-channel": (organisation: string) => `${organisation} may contact me this way again.`,
    "stop-topic": (organisation: string) => `This counts at once, for everyone at ${organisation}.`,
    "allow-topic": (organisation: string) => `${organisation} may bring me things about it again.`,
  } as Record<ChoiceAction, (organisation: string) => string>,

  done: {
    save: ["Saved", "We follow this from now on."],
    pause: ["Quiet until then", "Nobody contacts you before that day. You can come back sooner, or stop for good."],
    resume: ["Welcome back", "The pause is over. We may contact you again, the way you chose."],
    "call-back": ["We come back to you then", "Until that day nobody asks you for anything."],
    stop: [
      "Stopped",
      "Nobody will contact you again, by any means. No one here can undo this, whatever their role; only you can. You will get no message to confirm it: this page is the proof, and its address keeps working.",
    ],
    "undo-stop": ["Undone", "Everything is as it was before you pressed stop. What had been planned stays off."],
    "stop-channel": ["Stopped this way", "It counts at once, for everyone here."],
    "allow-channel": ["Allowed again", "We may contact you this way again."],
    "stop-topic": ["Noted", "You get nothing more that is only about this."],
    "allow-topic": ["Noted", "You may hear about this from us again."],
    accept: ["Thank you", "Your yes is noted."],
    "another-time": ["Taken off", "Your contact sees your wish and suggests another time."],
    "not-this": ["Taken off", "Your contact sees that you do not want this."],
    react: ["Thank you", "That helps us bring you better things."],
    "confirm-step": ["Thank you", "We both see it the same way."],
    "correct-step": ["Thank you", "Your contact sees your words."],
    refer: ["Thank you", "It is noted beside your name. Nobody was signed up for anything."],
  } as Record<ChoiceAction | AnswerAction, [title: string, text: string]>,
  taken: (count: number) => (count === 1 ? "One planned contact was taken off." : `${count} planned contacts were taken off.`),
  everyone: (organisation: string) => `Everyone at ${organisation} sees this and is held to it.`,
  nothingSaved: "Nothing was saved yet.",

  problems: {
    noChannel: "Tick at least one way. If you want none, press “Stop all contact”.",
    rate: "Choose how often at most.",
    hour: "Choose an hour.",
    hours: "Choose a time of day.",
    hoursOrder: "Choose an end after the start.",
    zone: "Choose where you are.",
    day: "Choose a day.",
    dayPast: "Choose a day after today.",
    dayFar: "Choose a day in the next five years.",
    words: "Write a few words, at most 300 characters.",
    undoOver: "The ten minutes are over. Choose below how we may contact you.",
    stopped: "You asked us to stop all contact. Choose below how we may contact you first.",
    ownMailbox:
      "For that we have to be sure that it is you. Have a fresh link mailed to your own mailbox, at /preferences/lost, and try again.",
    gone: "That is no longer there. This is how things stand now.",
    failed: "That did not work, and nothing has changed. Please try again.",
    check: "Please check what you chose.",
    tooMany: "That was very often in a short time. Nothing has changed; please wait a few minutes. A stop always goes through.",
  } as Record<ProblemKey, string>,
};
export type SaidWords = typeof enSaid;
