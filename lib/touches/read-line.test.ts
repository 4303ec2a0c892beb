import fc from "fast-check";
import { expect, test } from "vitest";

import { foldForSearch } from "#lib/prospects/search-text.ts";
import { contradicts } from "#lib/touches/outcomes.ts";
import { type LineReading, readLine } from "#lib/touches/read-line.ts";
import { growth } from "#tests/setup/growth.ts";

const assets = [
  { id: "pricing", title: "Pricing sheet" },
  { id: "roi", title: "ROI template for logistics" },
  { id: "guide-a", title: "Guide to onboarding" },
  { id: "guide-b", title: "Guide to renewals" },
];
// a Friday, half past two in the afternoon
const context = { now: new Date("2026-11-27T13:30:00Z"), zone: "Europe/Amsterdam", theirZone: "America/New_York", assets };
const read = (line: string) => readLine(line, context);

type Wanted = Partial<Omit<LineReading, "offer" | "next" | "step">> & {
  gave?: string | null;
  next?: string | null;
  step?: string | null;
};

/** What people write, and what of it stands in the sheet. */
const lines: [string, Wanted][] = [
  [
    "called Ana, voicemail, sent pricing sheet, try Tue 10am",
    { who: "Ana", channel: "phone", disposition: "voicemail", gave: "pricing", next: "? 2026-12-01T10:00", note: "" },
  ],
  ["Called Ana Kovač from Acme, no answer", { who: "Ana Kovač Acme", channel: "phone", disposition: "no_answer", note: "" }],
  ["called ana, vm", { who: "ana", channel: "phone", disposition: "voicemail" }],
  ["called Ana no answer left voicemail", { who: "Ana", disposition: "voicemail", note: "" }],
  ["Ana, voicemail", { who: "Ana", channel: "phone", disposition: "voicemail" }],
  ["ana: vm", { who: "ana", channel: "phone", disposition: "voicemail" }],
  ["vm for Ana Lopez", { who: "Ana Lopez", channel: "phone", disposition: "voicemail" }],
  ["left a message for Ana", { who: "Ana", channel: "phone", disposition: "voicemail" }],
  ["rang Dr. Müller, didn't pick up", { who: "Müller", channel: "phone", disposition: "no_answer" }],
  ["called O'Neill, engaged", { who: "O'Neill", disposition: "no_answer" }],
  ["phoned Jean-Luc Picard and left a vm", { who: "Jean-Luc Picard", disposition: "voicemail", note: "" }],
  ["called 山田太郎, voicemail", { who: "山田太郎", channel: "phone", disposition: "voicemail" }],
  ["called April, voicemail", { who: "April", disposition: "voicemail", at: null }],
  ["called her, no answer", { who: null, channel: "phone", disposition: "no_answer" }],
  ["cold called Ben, interested, wants a demo", { who: "Ben", channel: "phone", disposition: "interested" }],
  ["call with Ana, interested", { who: "Ana", channel: "phone", disposition: "interested" }],
  ["call Ana Tuesday", { channel: null, next: "phone 2026-12-01T10:00", note: "Ana" }],
  ["spoke to Ben Ode", { who: "Ben Ode", channel: "phone", disposition: "conversation" }],
  ["spoke to Ben on zoom", { who: "Ben", channel: "meeting", disposition: "conversation" }],
  ["good call with Ben", { who: "Ben", channel: "phone", disposition: "conversation", note: "" }],
  ["met Ana at Acme, interested", { who: "Ana Acme", channel: "meeting", disposition: "interested" }],
  ["coffee with Ana, we talked", { who: "Ana", channel: "meeting", disposition: "conversation" }],
  ["Ana was a no show", { who: "Ana", disposition: "no_answer" }],
  ["emailed Ben", { who: "Ben", channel: "email", disposition: "sent" }],
  ["emailed Ben the ROI template yesterday", { who: "Ben", channel: "email", gave: "roi", at: "2026-11-26T12:00", note: "" }],
  ["sent Ana the pricing sheet by email", { who: "Ana", channel: "email", disposition: "sent", gave: "pricing", note: "" }],
  ["sent an email to Ana, bounced", { who: "Ana", channel: "email", disposition: "bounced" }],
  ["email to Ana, out of office", { who: "Ana", channel: "email", disposition: "out_of_office" }],
  ["texted Ana", { who: "Ana", channel: "sms", disposition: "sent" }],
  ["messaged Ana on LinkedIn", { who: "Ana", channel: "linkedin", disposition: "sent", note: "" }],
  ["sent a letter to Ana", { who: "Ana", channel: "mail", disposition: "sent" }],
  ["Ana called back, thanked us", { who: "Ana", channel: "phone", direction: "in", disposition: "thanked" }],
  ["Ana called me", { who: "Ana", channel: "phone", direction: "in", disposition: "inquired" }],
  ["Ana replied", { who: "Ana", channel: "email", direction: "in", disposition: "replied" }],
  ["email from Ana, interested", { who: "Ana", channel: "email", direction: "in", disposition: "interested" }],
  ["Ana texted back", { who: "Ana", channel: "sms", direction: "in", disposition: "replied" }],
  ["Ana didn't reply", { who: null, direction: null, disposition: null, note: "Ana didn't reply" }],
  [
    "Ana wrote back, asked about pricing, I'll send the quote by Friday",
    { who: "Ana", direction: "in", disposition: "asked_question", theySaid: "asked about pricing", step: "us send the quote 2026-12-04" },
  ],
  ["spoke to Ana, she'll send the list by Monday", { step: "them send the list 2026-11-30", disposition: "conversation" }],
  ["called Ana, follow up with the case study", { step: "us follow up with the case study ?", next: null }],
  ["called Ana, promised to call Bob by 3 Dec", { step: "us promised to call Bob 2026-12-03" }],
  ["spoke to Ana, not interested, too expensive", { disposition: "said_no", objectionKind: "price", note: "" }],
  ["Ana said no, went with a competitor", { who: "Ana", disposition: "said_no", objectionKind: "rival" }],
  ["called Ana, no thanks, bad timing", { disposition: "said_no", objectionKind: "timing" }],
  ["called Ana, not my decision", { disposition: "said_no", objectionKind: "authority" }],
  ["called Ana, sees no need", { disposition: "said_no", objectionKind: "need" }],
  ["spoke to Ana, not now, call back in six months", { disposition: "said_later", callBackOn: "2027-05-27", next: null }],
  ["Ana asked to call back in March", { who: "Ana", disposition: "said_later", callBackOn: "2027-03-01" }],
  ["called Ana, asked for a pause until 1 March", { disposition: "asked_to_pause", pausedUntil: "2027-03-01" }],
  ["Ana asked us to stop", { who: "Ana", disposition: "asked_to_stop" }],
  ["called Ana, unsubscribe", { disposition: "asked_to_stop", channel: "phone" }],
  ["stopped by Ana’s office", { disposition: null }],
  ["called Ana, not really interested", { disposition: null }],
  ["called Ana, “we decide after the summer”", { theySaid: "we decide after the summer", note: "" }],
  ["called Ana, said budget is set in March", { theySaid: "budget is set in March", at: null }],
  ["called Ana this morning, vm", { at: "2026-11-27T09:00", note: "" }],
  ["called Ana at 11am, vm", { at: "2026-11-27T11:00" }],
  ["called Ana at 5pm, vm", { at: null, note: "at 5pm" }],
  ["met Ana last Tuesday", { channel: "meeting", at: "2026-11-24T12:00" }],
  ["called Ana 2 days ago, vm", { at: "2026-11-25T12:00" }],
  ["called Ana today, vm", { at: null, note: "" }],
  ["called Ana, vm, try again tomorrow", { next: "? 2026-11-28T10:00" }],
  ["called Ana, vm, call back Wed 9:30", { next: "phone 2026-12-02T09:30" }],
  ["called Ana, vm, email her Thursday", { next: "email 2026-12-03T10:00" }],
  ["called Ana, vm, try Tue 10am her time", { next: "? 2026-12-01T10:00 theirs", note: "" }],
  ["called Ana, vm, try in 2 hours their time", { next: "? 2026-11-27T10:30 theirs" }],
  ["called Ana, vm, try Tue, 1 Dec at 14:00", { next: "? 2026-12-01T14:00" }],
  ["called Ana, vm, try tomorrow at 3", { next: "? 2026-11-28T15:00" }],
  ["called Ana, vm, follow up in two weeks", { next: "? 2026-12-11T10:00" }],
  ["called Ana, vm, follow-up on 3/12 afternoon", { next: "? 2026-12-03T15:00" }],
  ["called Ana; vm; try Mon morning", { next: "? 2026-11-30T09:00" }],
  ["called Ana - vm - try Mon", { disposition: "voicemail", next: "? 2026-11-30T10:00" }],
  ["called Ana. Voicemail. Try Mon.", { disposition: "voicemail", next: "? 2026-11-30T10:00" }],
  ["called Ana\nvoicemail\ntry Mon", { disposition: "voicemail", next: "? 2026-11-30T10:00" }],
  ["called Ana,vm,try Mon", { who: "Ana", disposition: "voicemail", next: "? 2026-11-30T10:00" }],
  ["called Ana, sent our guide", { gave: null, unmatched: "our guide", note: "sent our guide" }],
  ["called Ana, sent the renewals guide", { gave: "guide-b" }],
  ["called Ana, emailed the pricing sheet", { channel: "phone", gave: "pricing" }],
  ["called Ana, introduced to Bob Stone", { gave: "introduction Bob Stone" }],
  ["called Ana, suggested a meeting", { ask: "meeting" }],
  ["rief Ana an, Mailbox besprochen", { channel: null, note: "rief Ana an, Mailbox besprochen" }],
  ["llamé a Ana, buzón de voz", { channel: null, disposition: null, note: "llamé a Ana, buzón de voz" }],
  ["🙂🙂🙂", { who: null, note: "🙂🙂🙂" }],
  ["called Ana 🎉, vm", { who: "Ana", disposition: "voicemail", note: "🎉" }],
  ["", { note: "" }],
  ["   ,,, ;; ", { note: "" }],
];

const seen = ({ offer, next, step, ...reading }: LineReading) => ({
  ...reading,
  gave: offer && (offer.assetId || `${offer.kind} ${offer.text}`),
  next: next && `${next.channel ?? "?"} ${next.at}${next.isTheirs ? " theirs" : ""}`,
  step: step && `${step.owedBy} ${step.what} ${step.dueOn ?? "?"}`,
});

test.each(lines)("%s", (line, wanted) => {
  expect(seen(read(line))).toMatchObject(wanted);
});

test("without their zone their time is still marked as theirs", () => {
  const { next } = readLine("called Ana, vm, try Tue 10am her time", { ...context, theirZone: null });
  expect(next).toEqual({ channel: null, at: "2026-12-01T10:00", isTheirs: true });
});

const signs = /[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu;
const bag = (texts: readonly string[]) =>
  texts
    .flatMap((text) => text.split(/[\s,;]+/))
    .map((word) => foldForSearch(word).replace(signs, ""))
    .filter(Boolean)
    .toSorted();

const spoken = lines.flatMap(([line]) => line.split(/\s+/)).filter(Boolean);
const someWords = fc.oneof(
  fc.array(fc.constantFrom(...spoken, ",", ";", "and", "not"), { maxLength: 60 }).map((words) => words.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 700 }),
  fc.string({ unit: "binary", maxLength: 200 }),
);

test("no word is lost: each stands in what was read or in the note", () => {
  fc.assert(
    fc.property(someWords, (line) => {
      const { parts, note } = read(line);
      expect(bag([...parts.map(({ text }) => text), note])).toEqual(bag([line]));
    }),
    { numRuns: 1_500 },
  );
});

test("whatever is read fits together, its days are days, and what happened is not in the future", () => {
  fc.assert(
    fc.property(someWords, (line) => {
      const { direction, disposition, next, at, callBackOn, pausedUntil } = read(line);
      const days = [next?.at, at, callBackOn, pausedUntil].filter(Boolean);
      expect(days.filter((day) => Number.isNaN(Date.parse(day!)))).toEqual([]);
      expect(disposition !== null && contradicts(direction ?? "out", disposition)).toBe(false);
      expect((at ?? "") <= "2026-11-27T14:30").toBe(true);
    }),
    { numRuns: 1_500 },
  );
});

function shareKept(line: string): number {
  const { note, parts } = read(line);
  return (note.length + parts.reduce((sum, { text }) => sum + text.length, 0)) / line.length;
}

test.each([
  ["called ", 40_000],
  ["try Tue 10am, ", 20_000],
  ["a", 300_000],
  ["1/1/1 ", 50_000],
  ["“", 100_000],
  ["not ", 50_000],
  ["\u0000\ud800\u202e", 50_000],
  ["12:00:00:00:00 ", 20_000],
])("a hostile line is kept whole, with an effort that grows as the line: %j", (bait, times) => {
  expect(shareKept(bait.repeat(times))).toBeGreaterThan(0.5);
  const grown = growth((share) => {
    const line = bait.repeat(times * share);
    return () => read(line);
  });
  expect(grown).toBeLessThan(10);
});

test("days that no calendar has are kept as they were typed", () => {
  expect(shareKept("in 999999999999 years, call back in -1 months, try 99/99/9999 25:61")).toBeGreaterThan(0.5);
});

test.each(["https://vilar.example/" + "a".repeat(700), "😀".repeat(400), `${"zz ".repeat(195)}😀😀😀 zz`])(
  "what stands where reading ends is kept as it was typed (%#)",
  (word) => {
    const { note } = read(`called Ana, ${word}`);
    expect(note).toContain(word);
    expect(note.isWellFormed()).toBe(true);
  },
);
