import type { Plan } from "#lib/follow-up/plan.ts";
import type { Disposition, Touch } from "#lib/follow-up/touch.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { aDossier, anAsset, aPlan, aTouch, daysFromNow } from "#tests/factories/dossier.ts";

const words = [
  "We changed the loggers two years ago and never looked back",
  "The audit in Cork is what keeps me busy until spring",
  "Send me the page about the seals please",
  "Who else in dairy runs this today?",
  "Thank you, page four was useful",
];
const ours: [Channel, Disposition][] = [
  ["email", "sent"],
  ["phone", "voicemail"],
  ["email", "sent"],
  ["phone", "no_answer"],
  ["linkedin", "sent"],
];
const theirs: Disposition[] = ["replied", "asked_question", "thanked", "interested", "replied"];

/** A living relationship of `count` touches over two years and more (at most one a day), the latest first as the database reads them: two of ours for each of theirs, the last one unanswered. */
export function aLongHistory(count: number): Dossier {
  const touches = Array.from({ length: count }, (_, i): Touch => {
    const at = new Date(daysFromNow(-16).getTime() - Math.round(i * (Math.max(700, count) / Math.max(30, count)) * 86_400_000));
    if (i % 3 === 2)
      return aTouch(at, { direction: "in", disposition: theirs[i % 5]!, ask: "none", theySaid: words[i % 5]!, channel: "email" });
    const [channel, disposition] = ours[i % 5]!;
    return aTouch(at, {
      channel,
      disposition,
      offer: { kind: "news", assetId: null, text: `News number ${i} about pump seals` },
      value: 50,
    });
  });
  return aDossier({
    touches,
    assets: Array.from({ length: 12 }, (_, i) => anAsset({ id: `${anAsset().id.slice(0, -2)}${10 + i}`, title: `Checklist ${i}` })),
    assessment: { fit: 75, stake: "high", homework: "researched", decisionOn: "2027-02-01" },
    company: [{ at: daysFromNow(-20), channel: "email" }],
    holidays: [
      { on: "2026-12-25", name: "Christmas Day" },
      { on: "2026-12-26", name: "St Stephen's Day" },
    ],
  });
}

/** A plan that is welcome, without a draft. */
export const aWelcomePlan = (dossier: Dossier): Plan =>
  aPlan({
    draft: "",
    offer: { kind: "asset", assetId: dossier.assets[3]!.id, text: "" },
    helps: "Shows Munster Wells which pumps fail the new audit before it comes",
  });

/** A careful e-mail of 120 words. */
export const letter = `Dear Jill,

when we spoke in September you said the audit in Cork keeps you busy until spring. The inspectors published their list of findings on Monday, and three of the five
concern pump seals of the kind you run in the north hall. I have put the two pages that matter together with the serial ranges they name, so that you can see at a
glance whether any of yours is affected. Lund Dairy went through the same check in March and found that swapping the seals during the normal service took half a day
and no extra parts. Their engineer is happy to say how they did it.

If it is of use, I can mark the pumps in your list for you. No reply needed.

Kind regards
Omar`;
