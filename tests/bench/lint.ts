import { lint } from "#lib/language/phrases.ts";
import { readDraft } from "#lib/language/read-draft.ts";

/** 120 words with nothing pushy in them, as a good follow-up reads. */
export const cleanDraft = `Dear Ana,

Thank you for the tour of the bottling line on Tuesday. You said that returns cost the plant in Lund about three per cent of its margin, and that your team loses most of a morning each week to sorting them.

I asked our engineers how the dairy in Malmö deals with this. They changed two settings on the sorter and wrote down what happened over eight weeks; the note is two pages long, and the table on the second page has their figures beside yours.

If it is of use, Karin from that dairy is happy to talk about it with you. Would Thursday or Friday morning suit you for twenty minutes? No reply needed if not.

Kind regards,
Jonas`;
