import { cares, Hypothesis } from "#lib/cadence/silence.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";
import type { Rhythm } from "#lib/policy/policy.ts";

export type Confidence = Rhythm["confidence"];
/** What a number is called and measured in, and where its default comes from: how sure one may be of it is said, judgement is called judgement. */
export type Note = { label: string; unit: string; source: string; confidence: Confidence };

type Entry = [label: string, unit: string, source: string, confidence: Confidence];

const judgement = "House judgement";
const godfrey = "Godfrey, Seiders & Voss 2011, Journal of Marketing";
const kronrod = "Kronrod & Huber 2018: annoyance at repetition fades within weeks; how fast is house judgement";
const venkatesan = "Venkatesan & Kumar 2004: in B2B contacts do not act in proportion; the sizes are house judgement";
const easyOut =
  "House judgement; of “but you are free”, Carpenter 2013 finds more than a later meta-analysis does, so it counts as respect";
const disliked = "House judgement, in the order of Adobe’s 2018 survey of the phrases office workers dislike";
const quick = "House judgement; Oldroyd, McElheran & Elkington 2011: enquiries answered late seldom qualify";

const points = (label: string, source = judgement): Entry => [label, "points", source, "low"];
const factor = (label: string, source = judgement): Entry => [label, "×", source, "low"];
const days = (label: string, source = judgement, confidence: Confidence = "low"): Entry => [label, "days", source, confidence];
const share = (label: string, source = judgement): Entry => [label, "of 1", source, "low"];
const count = (label: string, unit: string, source = judgement, confidence: Confidence = "low"): Entry => [label, unit, source, confidence];
const modifier = (of: string, source = judgement): Record<string, Entry> => ({
  budget: factor(`${of}: unanswered touches that are kind`, source),
  minGap: factor(`${of}: smallest gap`, source),
  targetGap: factor(`${of}: right gap`, source),
  capacity: factor(`${of}: room they have`, source),
  bar: points(`${of}: added to the bar`, source),
});

/** The numbers of one state of a relationship. Its rhythms carry their own source, a row each. */
const ofState = {
  "pressure.halfLife": days("Half of what was asked is forgotten after", kronrod),
  "pressure.capacity": count("Room they have for contact", "e-mails"),
  "value.base": points("What any touch must bring"),
} satisfies Record<string, Entry>;

/** The customers' limits are the only ones fitted to counts of contacts. */
const fitted: Record<string, Entry> = {
  "pressure.capacity.customer": count(ofState["pressure.capacity"][0], "e-mails", `${godfrey}: fitted to their limits a quarter`, "medium"),
};

const ofRhythm: Record<string, [label: string, unit: string]> = {
  min: ["Smallest gap", "business days"],
  target: ["Right gap", "business days"],
  max: ["Longest gap", "business days"],
  "caps.0": ["Most in 7 days", "touches"],
  "caps.1": ["Most in 30 days", "touches"],
  "caps.2": ["Most in 90 days", "touches"],
  budget: ["Unanswered in a row, at most", "touches"],
  floor: ["Giving up is early below", "touches"],
  backOff: ["Each silence lengthens the gap", "×"],
  ceiling: ["Never longer than", "business days"],
};

const ghosted = "House judgement: patience first, then a rhythm that fits why they may be quiet";

/** What follows from one reading of their silence (D5). */
const ofReading = (hypothesis: Hypothesis): Record<string, Entry> => ({
  [`silence.${hypothesis}.gaps`]: factor(`${cares[hypothesis].name}: gaps become`, ghosted),
  [`silence.${hypothesis}.days`]: days(`${cares[hypothesis].name}: looked at again after`, ghosted),
});

const single: Record<string, Entry> = {
  ...under("pressure", {
    "weights.email": count("An e-mail", "e-mails", "By definition: what everything else is measured in", "high"),
    "weights.phone": count("A call", "e-mails", `${godfrey}: three calls a quarter are felt like four e-mails`, "medium"),
    "weights.mail": count("A letter", "e-mails", `${godfrey}: ten letters a quarter are felt like four e-mails`, "medium"),
    "weights.no_answer": count("A call nobody took", "e-mails", "House judgement; most calls reach nobody (Gong, 300 million calls)"),
    "weights.sms": count("A text message", "e-mails"),
    "weights.linkedin": count("A LinkedIn message", "e-mails"),
    "weights.meeting": count("A meeting", "e-mails"),
    afterAnswer: factor("What is left of it once they answered"),
    companyShare: factor("What they feel of a colleague being contacted"),
    preferredChannel: factor("On the channel they chose it weighs", `${godfrey}, for the direction; the size is house judgement`),
  }),
  ...under("value", {
    "offers.none": points("Nothing yet"),
    "offers.asset": points("Something from the library"),
    "offers.answer": points("An answer to their question"),
    "offers.introduction": points("An introduction"),
    "offers.invitation": points("An invitation"),
    "offers.news": points("News that concerns them"),
    "offers.sample": points("A sample"),
    "offers.requested": points("What they asked for"),
    "offers.resource": points("Help with something of theirs"),
    "points.helps": points("It says why it helps them"),
    "points.specific": points(
      "It is about something theirs",
      "House judgement; White et al. 2008: personal detail is welcome where it is plainly useful",
    ),
    "points.answers": points("It answers their objection"),
    "points.question": points("It answers a question they left open"),
    "points.goal": points("It serves a goal they told us"),
    "points.theirWords": points("It returns to their own words"),
    "points.name": points("It uses their name"),
    "points.easyAsk": points("It asks one easy thing"),
    "points.easyOut": points("It leaves an easy way out", easyOut),
    "points.welcomed": points("They welcomed the like before"),
    "points.othersWelcomed": points("Others found it useful"),
    "points.unwelcome": points("Taken away where the like was not welcome"),
    othersNeeded: count("Others who must have had it before that counts", "people"),
    asked: points(
      "Added to the bar when all their room is taken",
      `${godfrey}: past the ideal, more contact does harm; the size is house judgement`,
    ),
    askStep: points("Added for each step an ask goes too far"),
    freeSteps: count("Steps an ask may go further than they have come", "steps"),
    max: points("The highest bar there is"),
    nothingNewCap: points("The most a touch with nothing new can bring"),
    "wording.penalties.0": points("Taken away for a mild fault of wording", disliked),
    "wording.penalties.1": points("Taken away for a plain fault", disliked),
    "wording.penalties.2": points("Taken away for a grave fault", disliked),
    "wording.most": points("The most that wording can take away"),
    "wording.gravestCap": points("The most a touch with a grave fault can bring"),
  }),
  ...under("noes", {
    most: count("Noes until it is over", "noes"),
    restDays: days("Rest after an early no"),
    finalRestDays: days("Rest after a final no"),
    laterRestDays: days(
      "Rest after a “later” without a date",
      "House judgement; in France the law asks sixty days after a refused call",
      "medium",
    ),
  }),
  awaitingDays: days("Their question waits for our answer for"),
  budgetRestDays: days(
    "Rest once no more touches are kind",
    "House judgement; Ferecatu et al. 2024: wait until the passing part of the harm is over",
  ),
  ...Object.assign({}, ...Hypothesis.options.map((hypothesis) => ofReading(hypothesis))),
  voicemails: count("Voicemails in a row", "voicemails", "Velocify, by way of Thryv 2015: leave only two", "medium"),
  ...under("bridge", {
    most: count("Gifts before a call-back date", "touches"),
    gapDays: days("Between two of them at least"),
  }),
  urgentDays: days("What they would lose lets a touch come early within"),
  ...under("assessment", {
    lowFit: count("A low fit is below", "of 100"),
    highFit: count("A high fit begins at", "of 100"),
    ...under("low", modifier("Low fit", venkatesan)),
    ...under("high", modifier("High fit", venkatesan)),
    ...under("senior", modifier("Top of their company")),
    noHomework: factor("Without homework: unanswered touches that are kind"),
    researched: factor("Well researched: unanswered touches that are kind"),
    sharedCapacity: factor("Two of us at one company: room they have"),
  }),
  ...under("timeline", {
    nearDays: days("Their decision is near within"),
    nearFactor: factor("Near it, gaps become"),
    farDays: days("Their decision is far beyond"),
    farFactor: factor("Far from it, gaps become"),
  }),
  ...under("rank", {
    value: share("Weight of value in the order of plans"),
    cadence: share("Weight of the right time"),
    calm: share("Weight of calm"),
  }),
  ...under("persistence", {
    earlyShare: share("How much it counts as too much when every touch comes too soon"),
    lowValueShare: share("How much it counts as too much when every touch brings too little"),
    overBudget: share("How much two touches beyond the budget count as too much"),
    questionHours: count("A question is left waiting after", "hours", quick, "medium"),
    stopsAtTwoShare: share(
      "Stopping at two with so many is giving up early",
      "House judgement; Velocify’s secret shoppers were called 1.6 times on average",
    ),
    stopsAtTwoLeast: count("Looked at from so many prospects on", "prospects"),
  }),
};

/** Every path named here or by a pattern, for the test that no entry outlives its number. */
export const notedPaths = [...Object.keys(single), ...Object.keys(fitted)];

/** What is known of a number by its dotted path; null where nothing is, which a test does not let pass. */
export function noteOf(path: string): Note | null {
  const [, state, channel, field] = /^rhythms\.(\w+)\.(\w+)\.(.+)$/.exec(path) ?? [];
  if (field) {
    const [row, words] = [rhythmAt(state!, channel!), ofRhythm[field]];
    return row && words ? { label: words[0], unit: words[1], source: row.source, confidence: row.confidence } : null;
  }
  const entry = single[path] ?? fitted[path] ?? ofState[path.replace(/\.\w+$/, "") as keyof typeof ofState];
  return entry ? { label: entry[0], unit: entry[1], source: entry[2], confidence: entry[3] } : null;
}

/** The default row of a state and channel; a row an organisation has and the defaults have not follows the state's `any`. */
function rhythmAt(state: string, channel: string): Rhythm | undefined {
  const rows = defaultPolicy.rhythms[state as keyof typeof defaultPolicy.rhythms] as Record<string, Rhythm | undefined> | undefined;
  return rows?.[channel] ?? rows?.any;
}

function under(prefix: string, entries: Record<string, Entry>): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).map(([path, entry]) => [`${prefix}.${path}`, entry]));
}
