import { expect, test } from "vitest";

import { Spoken } from "#lib/follow-up/spoken.ts";
import { lint } from "#lib/language/phrases.ts";
import { askLetter, linkLetter } from "#lib/mail/letters.ts";
import { compose } from "#lib/mail/message.ts";
import { invitationLetter, passwordLetter } from "#lib/mail/staff-letters.ts";

const url = "https://crm.example.com/preferences/secret";
const organisation = "Aldermoor Instruments";
const sender = { name: organisation, postalAddress: "Keizersgracht 1, Amsterdam" };

const lettersIn = (language: Spoken) => ({
  ask: askLetter[language]({ url, rep: "Maya", organisation, days: 30 }),
  link: linkLetter[language]({ urls: [url], organisation }),
  invitation: invitationLetter[language]({ url, by: "Inês", organisation, days: 7 }),
  reset: passwordLetter[language]({ url, by: "Inês", until: "18 November 2026" }),
  forgotten: passwordLetter[language]({ url, by: null, until: "18 November 2026" }),
});

test.each(Spoken.options)(
  "every letter in %s says who we are, why they get it and where we are, with its link on a line of its own",
  (language) => {
    for (const letter of Object.values(lettersIn(language))) {
      const text = compose({ to: { name: "Ana", address: "ana@vilar.example" }, language, letter }, sender);
      expect(text.split("\n")).toContain(url);
      expect(text).toContain("Ana");
      expect(text).toContain(`-- \n${letter.why}\n${organisation}, Keizersgracht 1, Amsterdam\n`);
      expect(letter.subject).not.toMatch(/[\r\n]/);
      expect(text).not.toMatch(/undefined|null|\[object/);
    }
  },
);

test("no two languages say the same", () => {
  const subjects = Spoken.options.map((language) => Object.values(lettersIn(language)).map(({ subject }) => subject));
  expect(new Set(subjects.map((each) => each.join("\n"))).size).toBe(Spoken.options.length);
});

test("a name or an organisation over several lines adds none to the greeting or the foot", () => {
  const { ask: letter } = lettersIn("en");
  const text = compose(
    { to: { name: "Ana\n\nDear all", address: "a@b.example" }, language: "en", letter },
    { name: "X\nY", postalAddress: "1\n2" },
  );
  expect(text.startsWith("Hello Ana Dear all,\n\n")).toBe(true);
  expect(text.endsWith(`${letter.why}\nX Y, 1 2\n`)).toBe(true);
});

test("what we send by ourselves passes our own rules of language (L1, L2)", () => {
  for (const language of Spoken.options)
    for (const { subject, paragraphs } of Object.values(lettersIn(language))) expect(lint([subject, ...paragraphs].join("\n"))).toEqual([]);
});
