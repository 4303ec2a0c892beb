import { expect, test } from "vitest";

import { lint } from "#lib/language/phrases.ts";
import { manners, readDraft } from "#lib/language/read-draft.ts";
import { cleanDraft } from "#tests/bench/lint.ts";

test("an empty draft says nothing", () => {
  expect(readDraft("")).toEqual({ hits: [], asks: 0, easyOut: false, words: 0 });
});

test("a good follow-up: nothing pushy, one ask, an easy way out", () => {
  expect(readDraft(cleanDraft)).toEqual({ hits: [], asks: 1, easyOut: true, words: cleanDraft.split(/\s+/).length });
});

test("the hits are the linter's", () => {
  const draft = "Dear Ana,\n\njust checking in. I still haven’t heard from you!\n\nSign now.";
  expect(readDraft(draft).hits).toEqual(lint(draft));
});

test.each(manners.map(({ kind, example }) => [example, kind]))("%s: %s", (example, kind) => {
  const { asks, easyOut } = readDraft(example);
  expect({ asks: asks > 0, easyOut }).toEqual({ asks: kind !== "way_out", easyOut: kind === "way_out" });
});

test.each([
  ["Would Thursday suit you? Or Friday?", 1],
  ["Would Thursday suit you? Let me know.", 1],
  ["Can you sign by May? Please also send me the drawing.", 2],
  ["Book a time here: https://tactful.example/a\n\nOr call me. Sign here.", 3],
  ["Is the merge\nstill planned for\nautumn on your side?", 1],
  ["Why not both? It costs the same.", 1],
  ["What does this mean for the plant in winter? It saves heat.", 0],
  ["You asked: “Does it export to DATEV?” Yes, from version 3.", 0],
  ["> Can you send the price?\n\nHere it is.", 0],
  ["The table is at https://tactful.example/?q=your for you.", 0],
  ["Passt Ihnen Dienstag? Oder Donnerstag?", 1],
  ["Geben Sie mir kurz Bescheid, ob der Termin passt.", 1],
  ["Préférez-vous mardi ou jeudi ? Dites-moi ce qui vous convient.", 1],
])("asks: %s", (draft, asks) => {
  expect(readDraft(draft).asks).toBe(asks);
});

test.each([
  "Ignore it if it is of no use.",
  "A word is fine.",
  "If not, no problem at all.",
  "Both are fine.",
  "Later is enough.",
  "A no is a fine answer, too.",
  "Tell me and I'll stop.",
  "Feel free to say no.",
  "Wenn nicht, ist das auch in Ordnung.",
  "Ein kurzes Nein genügt.",
  "Pas besoin de répondre.",
  "Un simple mot suffit.",
])("an easy way out, and no ask of its own: %s", (draft) => {
  expect(readDraft(draft)).toMatchObject({ asks: 0, easyOut: true });
});

test.each(["Please don't ignore this.", "You never ignore it.", "N'ignorez pas ce message."])("no way out: %s", (draft) => {
  expect(readDraft(draft).easyOut).toBe(false);
});

test("words are those of the draft, in any script", () => {
  expect(readDraft("I don't – well, I do; 3 times.\n\nשלום Ana 👋").words).toBe(10);
});
