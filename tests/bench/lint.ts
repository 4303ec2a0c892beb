import { lint } from "#lib/language/phrases.ts";
import { readDraft } from "#lib/language/read-draft.ts";

/** 123 words with nothing pushy in them, as a good follow-up reads. */
export const cleanDraft = `Dear Ana,

Thank you for the tour of the bottling line on Tuesday. You said that returns cost the plant in Lund about three per cent of its margin, and that your team loses most of a morning each week to sorting them.

I asked our engineers how the dairy in Malmö deals with this. They changed two settings on the sorter and wrote down what happened over eight weeks; the note is two pages long, and the table on the second page has their figures beside yours.

If it is of use, Karin from that dairy is happy to talk about it with you. Would Thursday or Friday morning suit you for twenty minutes? No reply needed if not.

Kind regards,
Jonas`;

/** A megabyte without a full stop, full of cues and beginnings of phrases. */
export const hostileDraft = "just checking i still haven't heard if you would please ignore let me know when my manager ".repeat(11_000);

export type LintMeasure = { name: string; perSecond: number; microseconds: number };

/** How fast drafts are read: a clean one by the linter and in full, and a hostile megabyte. The best of many short rounds, as others use the machine, too. */
export function measureLint(): LintMeasure[] {
  return [
    measure("lint, 123 clean words", 1_000, () => lint(cleanDraft)),
    measure("read, 123 clean words", 1_000, () => readDraft(cleanDraft)),
    measure("read, a hostile megabyte", 1, () => readDraft(hostileDraft)),
  ];
}

const rounds = 25;

function measure(name: string, times: number, run: () => unknown): LintMeasure {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    for (let i = 0; i < times; i += 1) run();
    best = Math.min(best, (performance.now() - start) / times);
  }
  return { name, perSecond: Math.round(1000 / best), microseconds: Math.round(best * 10_000) / 10 };
}
