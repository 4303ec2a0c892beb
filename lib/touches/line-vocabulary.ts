import type { Disposition } from "#lib/follow-up/touch.ts";
import type { AskSize, Channel, OfferKind } from "#lib/follow-up/vocabulary.ts";
import type { ObjectionKind } from "#lib/touches/objection.ts";
import type { Direction } from "#lib/touches/outcomes.ts";

/** What a phrase says of the touch. */
export type Meaning = {
  /** What kind of phrase it is, which decides how the words after it are read. */
  as: "contact" | "outcome" | "way" | "give" | "say" | "ask" | "next" | "promise";
  channel?: Channel;
  /** A channel that any other phrase outdoes. */
  likely?: Channel;
  direction?: Direction;
  disposition?: Disposition;
  objection?: ObjectionKind;
  offer?: OfferKind;
  ask?: AskSize;
  owedBy?: "us" | "them";
  /** The day in what follows is theirs: to be called back, or until when they rest. */
  day?: "callBackOn" | "pausedUntil";
  /** Stands for something to come where a day follows ("call Ana Tuesday"), for what happened where none does. */
  mayCome?: true;
};

const phone = { as: "contact", channel: "phone" } as const;
const email = { as: "contact", channel: "email", disposition: "sent" } as const;
const met = { as: "contact", channel: "meeting", disposition: "conversation" } as const;
const text = { as: "contact", channel: "sms", disposition: "sent" } as const;
const linkedin = { as: "contact", channel: "linkedin", disposition: "sent" } as const;
const letter = { as: "contact", channel: "mail", disposition: "sent" } as const;
const rangUs = { as: "contact", channel: "phone", direction: "in", disposition: "inquired" } as const;
const wroteUs = { as: "contact", likely: "email", direction: "in", disposition: "replied" } as const;
const saidNo = { as: "outcome", disposition: "said_no" } as const;
const give = { as: "give" } as const;
const next = { as: "next" } as const;

const phrases: readonly (readonly [string, Meaning])[] = [
  [
    "called|rang|phoned|dialled|dialed|cold called|tried calling|tried to call|tried to reach|call with|call to|phone call with|phone call to|phone|by phone call",
    phone,
  ],
  ["call|ring", { ...phone, mayCome: true }],
  [
    "spoke to|spoke with|spoke|talked to|talked with|talked|chatted with|chatted|had a call with|had a chat with|caught up with|good call with|great call with|reached|got hold of|got through to",
    { as: "contact", likely: "phone", disposition: "conversation" },
  ],
  [
    "emailed|e-mailed|sent an email to|sent an e-mail to|sent email to|sent an email|sent an e-mail|sent email|sent mail to|email to|e-mail to|wrote to|wrote|replied to",
    email,
  ],
  ["email|e-mail", { ...email, mayCome: true }],
  [
    "met|met with|meeting with|had a meeting with|visited|visit to|coffee with|lunch with|dinner with|breakfast with|zoom with|zoomed with|teams with|video call with|demo with|demoed to|saw",
    met,
  ],
  ["meet|visit", { ...met, mayCome: true }],
  ["texted|sms to|sms'd|sent a text to|sent a text|sent an sms to|sent an sms|text to", text],
  ["text", { ...text, mayCome: true }],
  ["linkedin to|messaged|dm'd|dmed|inmailed|sent a linkedin message to|linkedin message to|connected with|pinged", linkedin],
  ["sent a letter to|sent a letter|posted a letter to|letter to|sent a card to|sent a postcard to", letter],
  [
    "called me|called us|called in|called back|called me back|called us back|rang me|rang us|rang back|rang me back|phoned me|phoned us|phoned back|returned my call|returned our call|left me a voicemail|left us a voicemail|left me a message|left us a message|incoming call from|inbound call from|call from",
    rangUs,
  ],
  [
    "replied|wrote back|got back to me|got back to us|heard from|heard back from|heard back|got a reply from|got a reply|got an answer from|reply from|answer from|answered my email|answered our email|answered by email|responded|response from",
    wroteUs,
  ],
  [
    "emailed me|emailed us|emailed back|e-mailed me|e-mailed back|email from|e-mail from|mail from|got an email from|got a mail from|wrote me|wrote us",
    { ...wroteUs, channel: "email" },
  ],
  ["texted me|texted us|texted back|text from|sms from", { ...wroteUs, channel: "sms" }],
  ["messaged me|messaged us|messaged back|linkedin message from|message from|dm from|inmail from", { ...wroteUs, channel: "linkedin" }],
  ["came by|came to us|visited us|walked in", { as: "contact", channel: "meeting", direction: "in", disposition: "inquired" }],

  ["by email|by e-mail|via email|via e-mail|over email", { as: "way", channel: "email" }],
  ["by phone|via phone|over the phone|on the phone", { as: "way", channel: "phone" }],
  ["by text|by sms|via sms|via text", { as: "way", channel: "sms" }],
  ["on linkedin|via linkedin|through linkedin|over linkedin|linkedin", { as: "way", channel: "linkedin" }],
  ["by post|by letter|by mail", { as: "way", channel: "mail" }],
  [
    "on zoom|via zoom|over zoom|on teams|via teams|by video|over video|in person|face to face|at their office|over coffee|over lunch",
    { as: "way", channel: "meeting" },
  ],
  ["inbound|incoming", { as: "way", direction: "in" }],

  [
    "voicemail|voice mail|vm|left vm|left a vm|left voicemail|left a voicemail|left a message|left message|lvm|went to voicemail|got voicemail|answering machine",
    { as: "outcome", channel: "phone", disposition: "voicemail" },
  ],
  [
    "no answer|no pickup|no pick up|no response|na|didn't pick up|did not pick up|didn't answer|did not answer|not reached|couldn't reach|could not reach|nobody|nobody there|nobody answered|rang out|unanswered|engaged|line busy|was busy|busy line|not in|not available|unavailable|no show|no-show|didn't show|did not show|stood me up",
    { as: "outcome", disposition: "no_answer" },
  ],
  [
    "bounced|bounced back|undeliverable|undelivered|did not arrive|didn't arrive|wrong address|wrong number|number not in service",
    { as: "outcome", disposition: "bounced" },
  ],
  [
    "out of office|ooo|auto-reply|auto reply|autoreply|on leave|on holiday|on vacation|on maternity leave|on parental leave",
    { as: "outcome", disposition: "out_of_office" },
  ],
  [
    "conversation|good conversation|good chat|good talk|we talked|we spoke|had a chat|had a call|quick chat|nice chat|short chat|long chat",
    { as: "outcome", disposition: "conversation" },
  ],
  [
    "interested|is interested|very interested|keen|is keen|wants more|wants to know more|wants a demo|wants a meeting|wants to meet|wants a trial|wants to try|likes it|loves it|loved it|liked it",
    { as: "outcome", disposition: "interested" },
  ],
  ["thanked us|thanked me|thanked|said thanks|said thank you|thankful|grateful|was thankful", { as: "outcome", disposition: "thanked" }],
  [
    "asked about|asked for|asked if|asked whether|asked how|asked when|asked what|asked why|asks about|asks for|asks if|asks how|wants to know|wanted to know|question about|question on|had a question about|inquired about|enquired about",
    { as: "say", disposition: "asked_question" },
  ],
  ["said|says|told me|told us|mentioned|they said|quote", { as: "say" }],

  [
    "said no|no thanks|no thank you|not interested|isn't interested|is not interested|declined|turned us down|turned it down|turned me down|passed on it|rejected|refused|doesn't want it|does not want it",
    saidNo,
  ],
  [
    "too expensive|too pricey|price too high|no budget|not in budget|no money|costs too much|too much effort",
    { ...saidNo, objection: "price" },
  ],
  ["bad timing|wrong time|bad time|timing is wrong|timing wrong", { ...saidNo, objection: "timing" }],
  [
    "not my decision|not her decision|not his decision|not the decision maker|not the decider|someone else decides|boss decides|cannot decide",
    { ...saidNo, objection: "authority" },
  ],
  ["no need|doesn't need it|don't need it|does not need it|sees no need|no use for it", { ...saidNo, objection: "need" }],
  [
    "went with someone else|chose someone else|went with a competitor|chose a competitor|signed with someone else|already has a supplier|happy with their supplier",
    { ...saidNo, objection: "rival" },
  ],
  ["final no|never|definitely not|hard no|clear no", { ...saidNo, objection: "final" }],
  [
    "not now|not right now|maybe later|said later|later they said|not this quarter|not this year|not yet",
    { as: "outcome", disposition: "said_later", day: "callBackOn" },
  ],
  [
    "call me back|call me|call back later|asked to call back|asked me to call back|asked us to call back|asked for a call back|asked for a callback|wants a call back|wants a callback|said call back|said to call back|said to call|come back to me|get back to me|asked to try again|said try again|said to try again|reach out again",
    { as: "outcome", disposition: "said_later", day: "callBackOn" },
  ],
  [
    "asked for a pause|asked to pause|asked us to pause|wants a pause|wants a break|asked for a break|needs a break|chill until|chill for|pause until|leave her be until|leave him be until|leave them be until",
    { as: "outcome", disposition: "asked_to_pause", day: "pausedUntil" },
  ],
  [
    "asked to stop|asked us to stop|asked me to stop|wants us to stop|said stop|stop contacting|stop calling|stop emailing|stop writing|do not contact|don't contact|do not call again|don't call again|never contact again|unsubscribed|unsubscribe|remove me|take me off|wants off the list|asked to be removed",
    { as: "outcome", disposition: "asked_to_stop" },
  ],

  ["sent over|sent|gave|shared|forwarded|attached|left behind|handed over|handed|brought|passed on|pointed to|recommended", give],
  ["offered|promised help with|offered help with|offered to help with", { ...give, offer: "resource" }],
  ["introduced to|introduced|intro to|made an intro to|connected to", { ...give, offer: "introduction" }],
  ["invited to|sent an invitation to|sent an invite to|invitation to|invite to", { ...give, offer: "invitation" }],
  ["sent a sample of|gave a sample of|sent samples of|sent sample|sample of", { ...give, offer: "sample" }],
  [
    "answered her question about|answered his question about|answered their question about|answered the question about|answered her question|answered his question|answered their question|explained",
    { ...give, offer: "answer" },
  ],
  [
    "sent what she asked for|sent what he asked for|sent what they asked for|sent the requested|sent requested",
    { ...give, offer: "requested" },
  ],

  ["asked for a meeting with us|proposed a meeting|suggested a meeting|proposed to meet|suggested to meet", { as: "ask", ask: "meeting" }],
  ["proposed a call|suggested a call|asked her for a call|asked him for a call|asked them for a call", { as: "ask", ask: "call" }],
  ["proposed a trial|suggested a trial|offered a trial|proposed a pilot|suggested a pilot", { as: "ask", ask: "trial" }],
  ["asked for the order|asked for a decision|asked to sign|asked for commitment", { as: "ask", ask: "commitment" }],
  ["asked for a reply|asked for feedback|asked her to reply|asked him to reply|asked them to reply", { as: "ask", ask: "reply" }],

  [
    "try again|try her again|try him again|try them again|try|retry|again|next try|follow up|follow-up|followup|following up|fu|remind me|reminder|next touch|next contact|next|get back to her|get back to him|get back to them|reconnect|circle back|check back|come back",
    next,
  ],
  [
    "call back|call again|call her|call him|call them|call her back|call him back|call them back|callback|ring back|ring again|ring her|ring him|next call|phone again|phone back|phone her|phone him",
    { ...next, channel: "phone" },
  ],
  [
    "email again|email her|email him|email them|e-mail again|write again|write her|write him|next email|mail her|mail him",
    { ...next, channel: "email" },
  ],
  ["text again|text her|text him|text them", { ...next, channel: "sms" }],
  ["meet again|meet her|meet him|meet them|next meeting|meeting on|meeting|demo on|demo", { ...next, channel: "meeting" }],

  [
    "i'll|i will|we'll|we will|will send|will call|to send|need to send|need to|have to|must send|promised to|promised|todo|to do",
    { as: "promise", owedBy: "us" },
  ],
  [
    "she'll|he'll|they'll|she will|he will|they will|she sends|he sends|they send|she promised|he promised|they promised|waiting for",
    { as: "promise", owedBy: "them" },
  ],
];

export type Phrase = { words: string[]; meaning: Meaning };

/** Phrases by their first word, longest first. */
const byFirst = new Map<string, Phrase[]>();
for (const [spellings, meaning] of phrases)
  for (const spelling of spellings.split("|")) {
    const words = spelling.split(" ");
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), { words, meaning }]);
  }
for (const [first, found] of byFirst)
  byFirst.set(
    first,
    found.toSorted((a, b) => b.words.length - a.words.length),
  );

export const phrasesFrom = (word: string): readonly Phrase[] => byFirst.get(word) ?? [];

const list = (words: string) => new Set(words.split(" "));

/** Turns what follows into its opposite: nothing is read from it. */
export const negators = list(
  "not no never without didn't doesn't don't hasn't haven't hadn't wasn't isn't aren't couldn't can't cannot won't wouldn't nor neither",
);

/** Words that tell nothing by themselves; they go with what stands beside them. */
export const fillers = list(
  "and then but so also i we she he they it the a an to for on at in of her him them his their my our me us with by was is are that this about re just still please",
);

/** Words that are nobody's name where a name may stand. */
export const nobody = list(
  "and then but so also i we she he they it the a an to for on at in of her him them his their my our me us with by from was is are that this about re just still please who back again today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun later now twice once quick quickly finally good great nice brief short long had another tried left got no not never new old morning afternoon evening hi hello ok okay yes team office assistant reception secretary everyone someone somebody nobody off out up over after before until last next early late her's voicemail email",
);
