import { sayDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { type Reason } from "#lib/follow-up/reason.ts";
import { isWelcomed, type Touch } from "#lib/follow-up/touch.ts";
import { AskSize, offerNames } from "#lib/follow-up/vocabulary.ts";
import type { PhraseHit } from "#lib/language/phrases.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { mentions, quotes } from "#lib/value/personal.ts";

export type ValueAsset = { id: string; title: string; expiresOn: string | null; sharedAt: Date | null };
export type Objection = { id: string; kind: string; words: string; at: Date; answeredAt: Date | null };

/** What the value judge may know. `specifics` are words from the record that are theirs: names, role, company, what they told us. */
export type ValueMatter = {
  person: { name: string; givenName: string | null };
  touches: Touch[];
  assets: ValueAsset[];
  specifics: string[];
  openObjection: Objection | null;
  /** Why the touch is one they asked for (a call-back reached, an agreed date, an open question), or null. */
  askedFor: string | null;
  zone: string;
  /** The day of the plan, theirs. */
  day: string;
};

export type ValuePart = { label: string; points: number };

/** Points 0–100 that a touch brings, part by part, after what its wording takes away. */
export type ValueJudgement = { points: number; parts: ValuePart[]; lost: number; askedFor: string | null; reasons: Reason[] };

const easyOut =
  /\b(no (reply|answer) (is )?needed|ignore (this|it)|a word is (fine|enough)|if not,? (no|ignore|that is fine)|both are fine|(no|later) is (fine|enough)|tell me and i (will )?stop)\b/i;

/** V1–V5, V7, C6, L1, L2: what is in it for them. Value comes from evidence; wording only takes away. */
export function judgeValue(plan: Plan, matter: ValueMatter, hits: PhraseHit[], policy: Policy): ValueJudgement {
  const offer = judgeOffer(plan, matter, policy);
  const benefit = judgeBenefit(plan, matter, policy);
  const answer = judgeAnswer(plan, matter, offer.points > 0, policy);
  const form = judgeForm(plan, matter, policy);
  const parts = [...offer.parts, ...benefit.parts, ...answer.parts, ...form.parts];
  const { lost, reasons: wording, capped } = judgeWording(hits, policy);

  const sum = parts.reduce((total, { points }) => total + points, 0);
  const nothingNew = offer.points === 0 && matter.touches.some(({ direction }) => direction === "out");
  const ceiling = Math.min(nothingNew ? policy.value.nothingNewCap : 100, capped ? policy.value.wording.gravestCap : 100);
  const points = Math.max(0, Math.min(100, ceiling, sum - lost));

  return {
    points,
    parts,
    lost: sum - points,
    askedFor: matter.askedFor,
    reasons: [...offer.reasons, ...benefit.reasons, ...answer.reasons, ...wording],
  };
}

type Finding = { points: number; parts: ValuePart[]; reasons: Reason[] };
const finding = (parts: ValuePart[], reasons: Reason[] = []): Finding => ({
  points: parts.reduce((sum, { points }) => sum + points, 0),
  parts,
  reasons,
});

/** V2, V3: something is offered, it is named, and it is new to them. */
function judgeOffer({ offer }: Plan, { touches, assets, askedFor, zone, day }: ValueMatter, policy: Policy): Finding {
  const points = policy.value.offers[offer.kind];
  const asset = offer.kind === "asset" ? assets.find(({ id }) => id === offer.assetId) : undefined;
  const fresh = assets.find(({ sharedAt, expiresOn }) => !sharedAt && (!expiresOn || expiresOn >= day));
  const remedy = fresh ? ({ do: "attach", assetId: fresh.id, title: fresh.title } as const) : ({ do: "bring-something" } as const);

  if (offer.kind === "none" && askedFor) return finding([]);
  if (offer.kind === "none")
    return finding(
      [],
      [{ rule: "V2", severity: "rewrite", sentence: "This brings them nothing yet. Offer something they can use.", remedy }],
    );
  if (offer.kind === "asset" && !asset)
    return finding([], [{ rule: "V2", severity: "rewrite", sentence: "Choose what to bring from the library.", remedy }]);
  if (offer.kind !== "asset" && offer.text.length < 10)
    return finding(
      [],
      [
        {
          rule: "V2",
          severity: "rewrite",
          sentence: `Say in a few words what it is: ${offerNames[offer.kind].toLowerCase()}.`,
          remedy: { do: "bring-something" },
        },
      ],
    );
  if (asset?.expiresOn && asset.expiresOn < day)
    return finding(
      [],
      [
        {
          rule: "V2",
          severity: "rewrite",
          sentence: `“${asset.title}” runs out on ${sayDay("UTC", new Date(asset.expiresOn))}, before that day.`,
          evidence: asset.id,
          remedy,
        },
      ],
    );

  const before = asset ? asset.sharedAt && { at: asset.sharedAt, id: asset.id } : sameOffer(offer.text, touches);
  if (before) {
    return finding(
      [],
      [
        {
          rule: "V3",
          severity: "rewrite",
          sentence: `They have had this already, on ${sayDay(zone, before.at)}. The same again brings nothing new.`,
          evidence: before.id,
          remedy,
        },
      ],
    );
  }
  const label = asset ? "new to them" : offerNames[offer.kind].toLowerCase();
  return finding([{ label, points }, ...welcomedBefore(offer.kind, touches, policy)]);
}

function sameOffer(text: string, touches: Touch[]) {
  const said = fold(text);
  return touches.find(({ direction, offer }) => direction === "out" && offer.text !== null && fold(offer.text) === said);
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** V4: what they welcomed before is worth more to them. */
function welcomedBefore(kind: Plan["offer"]["kind"], touches: Touch[], policy: Policy): ValuePart[] {
  const welcomed = touches.some(({ offer, disposition }) => offer.kind === kind && isWelcomed(disposition));
  return welcomed ? [{ label: "they welcomed such before", points: policy.value.points.welcomed }] : [];
}

/** V5, V7: one sentence says why it helps them, about something that is theirs. */
function judgeBenefit({ helps, draft }: Plan, { specifics, touches }: ValueMatter, policy: Policy): Finding {
  if (helps.length < 12)
    return finding(
      [],
      [{ rule: "V5", severity: "rewrite", sentence: "Say in one sentence why this helps them.", remedy: { do: "say-why-it-helps" } }],
    );
  const text = `${helps}\n${draft}`;
  const parts = [{ label: "helps them", points: policy.value.points.helps }];
  const said = touches.flatMap(({ theySaid }) => theySaid ?? []);
  if (specifics.some((word) => mentions(text, word))) parts.push({ label: "about them", points: policy.value.points.specific });
  if (said.some((words) => quotes(text, words))) parts.push({ label: "their own words", points: policy.value.points.theirWords });
  const reasons: Reason[] =
    parts.length > 1
      ? []
      : [{ rule: "V7", severity: "note", sentence: "Nothing in it is specific to them: what they said, their role, their company." }];
  return finding(parts, reasons);
}

/** C6: after a no, an ask has to answer its objection with something new. */
function judgeAnswer({ ask, answersObjectionId }: Plan, { openObjection }: ValueMatter, brings: boolean, policy: Policy): Finding {
  if (!openObjection) return finding([]);
  if (answersObjectionId === openObjection.id && brings)
    return finding([{ label: "answers their objection", points: policy.value.points.answers }]);
  if (ask === "none") return finding([]);
  const sentence = `They said no: “${openObjection.words}” A new ask has to answer that with something new.`;
  return finding(
    [],
    [
      {
        rule: "C6",
        severity: "rewrite",
        sentence,
        evidence: openObjection.id,
        remedy: { do: "answer-objection", objectionId: openObjection.id },
      },
    ],
  );
}

/** V7, L3: their name, one easy ask, an easy way out. */
function judgeForm({ ask, draft }: Plan, { person }: ValueMatter, policy: Policy): Finding {
  const { name, easyAsk, easyOut: out } = policy.value.points;
  return finding([
    ...(draft && mentions(draft, person.givenName ?? person.name) ? [{ label: "by name", points: name }] : []),
    ...(AskSize.options.indexOf(ask) <= 1 ? [{ label: "easy to answer", points: easyAsk }] : []),
    ...(easyOut.test(draft) ? [{ label: "easy way out", points: out }] : []),
  ]);
}

function judgeWording(hits: PhraseHit[], policy: Policy): { lost: number; capped: boolean; reasons: Reason[] } {
  const { penalties, most } = policy.value.wording;
  const lost = Math.min(
    most,
    hits.reduce((sum, { severity }) => sum + penalties[severity - 1]!, 0),
  );
  const reasons = hits.map(({ rule, severity, phrase, why, from, to, id }): Reason => ({
    rule,
    severity: severity === 1 && rule !== "L1" ? "note" : "rewrite",
    sentence: `“${phrase.trim()}”: ${why}`,
    evidence: id,
    remedy: { do: "cut", from, to },
  }));
  return { lost, capped: hits.some(({ severity }) => severity === 3), reasons };
}
