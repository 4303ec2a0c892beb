import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type Fillings, fillTemplate, mergeFieldsIn, sayUnfilled } from "#lib/value/fill-template.ts";
import { growth } from "#tests/setup/growth.ts";

const known: Fillings = {
  givenName: "Ana",
  company: "Vilar",
  jobTitle: null,
  theirWords: "The audit is in March",
  assetTitle: "Inspection findings",
  assetLink: "https://aldermoor.example/findings",
  myName: "Maya",
  facts: [
    { label: "Reports to", value: "Duarte", origin: "told_us" },
    { label: "Holiday", value: "Algarve", origin: "observed" },
    { label: "Plants", value: "Cork", origin: "observed" },
    { label: "plants", value: "Porto", origin: "public_professional" },
  ],
};
const nothing: Fillings = {
  ...{ givenName: null, company: null, jobTitle: null, theirWords: null, assetTitle: null, assetLink: null, myName: null, facts: [] },
};

describe("a template", () => {
  test("is filled with what is on record, however its fields are spelt", () => {
    const { text, missing } = fillTemplate(
      "Dear {{ Given  Name }}, {{company}} – “{{their words}}”. {{FACT:reports to}}? {{my name}}",
      known,
    );
    expect(text).toBe("Dear Ana, Vilar – “The audit is in March”. Duarte? Maya");
    expect(missing).toEqual([]);
  });

  test("fails visibly: what is missing stays, and is said where it stands", () => {
    const { text, missing } = fillTemplate("{{given name}}, as {{job title}} at {{company}}: {{fact: decides by}}", known);
    expect(text).toBe("Ana, as {{job title}} at Vilar: {{fact: decides by}}");
    expect(missing.map(({ name, why }) => [name, why])).toEqual([
      ["job title", "unknown"],
      ["fact: decides by", "unknown"],
    ]);
    for (const { name, from, to } of missing) expect(text.slice(from, to)).toBe(`{{${name}}}`);
  });

  test("takes nothing that was merely observed (C8), and the same fact from elsewhere", () => {
    const { text, missing } = fillTemplate("{{fact: holiday}} {{fact: plants}}", known);
    expect(text).toBe("{{fact: holiday}} Porto");
    expect(missing).toMatchObject([{ name: "fact: holiday", why: "observed" }]);
    expect(sayUnfilled(missing[0]!, known).rule).toBe("C8");
  });

  test("knows no other fields", () => {
    expect(fillTemplate("{{shoe size}} {{fact:}} {{}}", known).missing.map(({ why }) => why)).toEqual(Array(3).fill("no-such-field"));
  });

  test("is filled once: a value with braces makes no new field", () => {
    const { text } = fillTemplate("{{company}}", { ...known, company: "{{my name}}" });
    expect(mergeFieldsIn(text)).toEqual([]);
  });
});

test("a label with a colon is found however it is spelt", () => {
  const facts = [{ label: "Audit:body", value: "DNV", origin: "told_us" }] as const;
  for (const field of ["{{fact: audit:body}}", "{{Fact:Audit : Body}}"])
    expect(fillTemplate(field, { ...nothing, facts }).text).toBe("DNV");
});

test("openings are read with an effort that grows as the text", () => {
  expect(mergeFieldsIn("{{".repeat(500_000))).toHaveLength(500_000);
  const grown = growth((share) => {
    const text = "{{".repeat(500_000 * share);
    return () => mergeFieldsIn(text);
  });
  expect(grown).toBeLessThan(10);
});

test("an opening without its end is found, and takes nothing of the rest with it", () => {
  expect(mergeFieldsIn("a {{ b {{company}} c {{")).toEqual([
    { name: "", from: 2, to: 4 },
    { name: "company", from: 7, to: 18 },
    { name: "", from: 21, to: 23 },
  ]);
});

const pieces = fc.array(fc.constantFrom("{{", "}}", "{", "}", "company", "fact: ", "reports to", " ", "x", "given name"), {
  maxLength: 30,
});

test("what is said to be missing is exactly what is left, and filling again changes nothing", () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom(known, nothing), (words, record) => {
      const { text, missing } = fillTemplate(words.join(""), record);
      expect(mergeFieldsIn(text).map(({ from, to }) => [from, to])).toEqual(missing.map(({ from, to }) => [from, to]));
      expect(fillTemplate(text, record).text).toBe(text);
    }),
  );
});
