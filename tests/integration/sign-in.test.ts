import { beforeEach, describe, expect, test } from "vitest";

import { GET, POST } from "#app/api/auth/[...all]/route.ts";
import { sentence } from "#lib/outcome.ts";
import { notRight, signIn } from "#lib/people/sign-in.ts";
import { db } from "#lib/platform/db.ts";
import { aMember, anOrganisation } from "#tests/factories/records.ts";
import { authRequest, givePassword, signInAs, testPassword } from "#tests/factories/sign-in.ts";

let member: { userId: string; email: string };

beforeEach(async () => {
  member = await aMember(await anOrganisation());
  await givePassword(member);
});

const from = (address: string) => new Headers({ "x-forwarded-for": address });
const tryOver = async (email: string, password: string, headers = from("192.0.2.7")) => {
  const outcome = await signIn(headers, { email, password });
  return outcome.ok ? "in" : sentence(outcome.problem);
};

describe("signing in", () => {
  test("answers alike for a wrong password, an unknown address and a deactivated person, in about the same time", async () => {
    const gone = await aMember(await anOrganisation(), { deactivatedAt: new Date() });
    await givePassword(gone);
    const once = async (email: string, password: string) => {
      const start = performance.now();
      expect(await tryOver(email, password)).toBe(notRight);
      return performance.now() - start;
    };
    const timed = async (email: string, password: string) => Math.min(await once(email, password), await once(email, password));
    await once(member.email, "wrong password, first of all"); // warms up

    const wrong = await timed(member.email, "wrong password");
    const unknown = await timed(`nobody-${crypto.randomUUID()}@example.com`, "wrong password");
    const deactivated = await timed(gone.email, testPassword);
    expect(Math.max(wrong, unknown, deactivated) / Math.min(wrong, unknown, deactivated)).toBeLessThan(4);

    const bodies = await Promise.all(
      [
        { email: member.email, password: "wrong password" },
        { email: `nobody-${crypto.randomUUID()}@example.com`, password: "wrong password" },
        { email: gone.email, password: testPassword },
      ].map(async (body) => {
        const response = await POST(authRequest("/sign-in/email", body));
        return [response.status, await response.text(), response.headers.get("set-cookie")];
      }),
    );
    expect(bodies).toEqual([bodies[0], bodies[0], bodies[0]]);
    expect(bodies[0]![0]).toBe(401);
  });

  test("is limited by the tenth try, whatever address it claims to come from", async () => {
    const answers: string[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1)
      answers.push(await tryOver(member.email, `guess ${attempt}`, from(`198.51.100.${attempt}`)));
    expect(answers[0]).toBe(notRight);
    expect(answers[9]).toMatch(/^Too many tries. Wait \d+ seconds/);
    expect(await tryOver(member.email, testPassword)).toMatch(/^Too many tries/);

    const response = await POST(authRequest("/sign-in/email", { email: member.email.toUpperCase(), password: testPassword }));
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await db.rateLimit.count({ where: { key: { contains: "@" } } })).toBe(0);
  });

  test("is limited alike for an address that nobody has", async () => {
    const email = `nobody-${crypto.randomUUID()}@example.com`;
    const answers: string[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) answers.push(await tryOver(email, "guess"));
    expect(answers[9]).toMatch(/^Too many tries/);
  });

  test("counts tries at the same instant one by one", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, guess) => tryOver(member.email, `guess ${guess}`)));
    expect(answers.filter((answer) => answer === notRight)).toHaveLength(8);
  });

  test("clears the count when it succeeds", async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) await tryOver(member.email, "guess");
    expect(await tryOver(member.email, testPassword)).toBe("in");
    for (let attempt = 1; attempt <= 5; attempt += 1) expect(await tryOver(member.email, "guess")).toBe(notRight);
  });
});

describe("the library's routes", () => {
  test.each([
    ["sign-up", "/sign-up/email", { email: "x@example.com", password: testPassword, name: "X" }],
    ["password change", "/change-password", { currentPassword: testPassword, newPassword: "something else entirely" }],
    ["password reset", "/request-password-reset", { email: "x@example.com" }],
    ["own deletion", "/delete-user", {}],
    ["change of name", "/update-user", { name: "X" }],
  ])("do not offer %s", async (_what, path, body) => {
    const cookie = await signInAs(member);
    expect((await POST(authRequest(path, body, { cookie }))).status).toBe(404);
    expect(await db.user.count({ where: { OR: [{ email: "x@example.com" }, { name: "X" }] } })).toBe(0);
    expect((await GET(authRequest("/list-sessions", undefined, { cookie }))).status).toBe(404);
  });

  test("refuse another site", async () => {
    const headers = { origin: "https://evil.example" };
    const response = await POST(authRequest("/sign-in/email", { email: member.email, password: testPassword }, headers));
    expect(response.status).toBe(403);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("set a cookie no script can read, and end the session with it", async () => {
    const response = await POST(authRequest("/sign-in/email", { email: member.email, password: testPassword }));
    expect(response.headers.get("set-cookie")).toMatch(/^tactful=.*; Path=\/; HttpOnly; SameSite=Lax/i);
    const cookie = response.headers.get("set-cookie")!.split(";")[0]!;
    const session = () => GET(authRequest("/get-session", undefined, { cookie })).then((answer) => answer.json());
    expect(await session()).toMatchObject({ user: { email: member.email } });
    await POST(authRequest("/sign-out", {}, { cookie }));
    expect(await session()).toBeNull();
    expect(await db.session.count({ where: { userId: member.userId } })).toBe(0);
  });
});
