import { describe, expect, test } from "vitest";

import { readContactPoints, readEmail, readLinkedIn, readPhone } from "#lib/prospects/contact-points.ts";

describe("e-mail", () => {
  test("is compared in lower case, without what surrounds it", () => {
    expect(readEmail("  mailto:Ana.Montenegro@Vilar.Example ")).toEqual({
      kind: "email",
      value: "Ana.Montenegro@Vilar.Example",
      normalised: "ana.montenegro@vilar.example",
      problem: null,
    });
  });
  test.each(["ana", "ana@", "ana@vilar", "a b@vilar.example", "=cmd@x"])("%s is none", (typed) => {
    expect(readEmail(typed).problem).toContain("is not an e-mail address");
  });
});

describe("phone", () => {
  test.each([
    ["+351 912 345 678", null, "+351912345678"],
    ["010 413 20 01", "NL", "+31104132001"],
    ["tel:+44 20 7946 0958", null, "+442079460958"],
    ["+1 212-555-0123 ext. 44", "NL", "+12125550123;ext=44"],
  ])("%s in %s", (typed, country, normalised) => expect(readPhone(typed, country)).toMatchObject({ normalised, problem: null }));

  test("what cannot be read is kept as typed, with a sentence", () => {
    expect(readPhone(" 4132001  ask for  Rui", null)).toEqual({
      kind: "phone",
      value: "4132001 ask for Rui",
      normalised: "4132001 ask for rui",
      problem: "“4132001 ask for Rui” has no country code, such as +31. It is kept as typed.",
    });
    expect(readPhone("123", "NL").problem).toContain("does not read as a phone number");
    expect(readPhone("+351 91", "XX").problem).toContain("does not read as a phone number");
  });
});

describe("LinkedIn", () => {
  test.each([
    "https://www.linkedin.com/in/Ana-Montenegro/?trk=x",
    "linkedin.com/in/ana-montenegro",
    "pt.linkedin.com/in/ana-montenegro",
    "in/ana-montenegro",
  ])("%s", (typed) => expect(readLinkedIn(typed).normalised).toBe("https://www.linkedin.com/in/ana-montenegro"));
  test.each(["javascript:alert(1)//linkedin.com/in/x", "https://evil.example/linkedin.com/in/x", "Ana"])("%s is none", (typed) =>
    expect(readLinkedIn(typed).problem).not.toBeNull(),
  );
});

test.each(["a%00b", "a%0d%0ab", "a%22onclick=x", "a%3cb"])(
  "a sign in a profile's address that no address has stays as written: %s",
  (part) => expect(readLinkedIn(`https://linkedin.com/in/${part}`).value).toBe(`https://www.linkedin.com/in/${part}`),
);

test("each once, in order, with problems by their field and phones only noticed", () => {
  const typed = { emails: ["", "a@x.example", "A@X.example", "b@"], phones: ["12"], linkedin: null, address: "Wijnhaven 88,\nRotterdam" };
  const { points, problems, notices } = readContactPoints(typed, null);
  expect(points.map(({ kind, normalised }) => [kind, normalised])).toEqual([
    ["email", "a@x.example"],
    ["email", "b@"],
    ["phone", "12"],
    ["address", "wijnhaven 88 rotterdam"],
  ]);
  expect(Object.keys(problems)).toEqual(["emails.3"]);
  expect(notices).toHaveLength(1);
});
