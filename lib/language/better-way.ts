import { lint, type PhraseCategory, type PhraseHit } from "#lib/language/phrases.ts";

/** What the record holds for this prospect that a message could be about. */
export type Known = {
  givenName: string | null;
  /** The title of something in the library they have not had. */
  asset: string | null;
  theySaid: string | null;
  goal: string | null;
  question: string | null;
};

type Help = Exclude<keyof Known, "givenName">;

/** What helps most in place of such a phrase, best first, and what to do when nothing of it is known. */
const remedies: Record<PhraseCategory, { helps: Help[]; advice: string }> = {
  empty_checkin: { helps: ["question", "asset", "theySaid", "goal"], advice: "Bring one thing they did not have yesterday, or wait." },
  volume_bragging: { helps: ["question", "asset", "theySaid", "goal"], advice: "Leave the count out and open with what is new." },
  guilt_nonresponse: { helps: ["question", "theySaid", "asset", "goal"], advice: "Leave the quiet out, and make no answer a fine one." },
  criticism: { helps: ["goal", "theySaid"], advice: "Name the figure and its source, and let them judge." },
  false_urgency: { helps: ["goal"], advice: "Give the true date and who set it, or none." },
  passive_aggressive: { helps: ["question", "theySaid"], advice: "Say it in one plain line, without the reproach." },
  ignoring_a_no: { helps: [], advice: "Let the no stand, and thank them for the clear answer." },
  quota_self_interest: { helps: ["goal", "theySaid", "question"], advice: "Leave your own figures out and say what they gain." },
  presumption: { helps: [], advice: "Offer two choices, and decide nothing for them." },
  laborious_ask: { helps: ["asset"], advice: "Ask one thing that a word can answer." },
  creepy_overfamiliar: { helps: ["theySaid", "question"], advice: "Use only what they told you or published for work." },
  guilt_at_parting: { helps: ["asset"], advice: "Close kindly in one line and leave the door open." },
};

const sentences: Record<Help, (who: string, what: string, category: PhraseCategory) => string> = {
  question: (who, what) => `Answer what ${who} asked: “${what}”`,
  theySaid: (who, what) => `Start from what ${who} said: “${what}”`,
  goal: (who, what) => `Say how it helps with the goal ${who} told you about: “${what}”`,
  asset: (who, what, category) =>
    category === "guilt_at_parting"
      ? `Close kindly, and leave “${what}” with ${who === "they" ? "them" : who} for later.`
      : `Bring what ${who} ${who === "they" ? "have" : "has"} not seen yet: “${what}”`,
};

/** A better way for this prospect than the phrase found: from what is known of them, else the phrase's own, else its kind's. Never pushy itself. */
export function betterWay({ category, better }: PhraseHit, known: Known): string {
  const { helps, advice } = remedies[category];
  const who = known.givenName?.trim() || "they";
  const ways = helps.flatMap((help) => {
    const what = inShort(known[help]);
    return what ? [sentences[help](who, what, category)] : [];
  });
  return [...ways, ...(better ? [better] : [])].find(isWelcome) ?? advice;
}

const isWelcome = (sentence: string) => lint(sentence).every(({ severity, rule }) => severity === 1 && rule !== "L1");

const short = 90;

/** One line of at most ninety characters, cut between words, without quotation marks of its own. */
function inShort(text: string | null): string {
  const line = (text ?? "")
    .replace(/\s+/g, " ")
    .replace(/["“”„«»]/g, "")
    .trim();
  if (line.length <= short) return line;
  const cut = line.lastIndexOf(" ", short - 1);
  return `${line.slice(0, cut > 0 ? cut : short - 1).replace(/[,;:]$/, "")}…`;
}
