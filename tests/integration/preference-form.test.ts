import { expect, test } from "vitest";

import { POST } from "#app/preferences/[token]/choose/route.ts";
import { GET as unknownLink } from "#app/preferences/unknown/route.ts";
import { db } from "#lib/platform/db.ts";
import { aLink } from "#tests/factories/links.ts";
import { aMember, anOrganisation, aProspect } from "#tests/factories/records.ts";

async function aVisit() {
  const prospect = await aProspect(await aMember(await anOrganisation()));
  return { prospect, token: await aLink(prospect) };
}

let visitors = 0;

/** As a browser without script, cookie or referrer posts a form. */
function post(token: string, body: string, from = `192.0.2.${(visitors += 1)}`) {
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: "null", "x-forwarded-for": from };
  const request = new Request(`http://127.0.0.1/preferences/${token}/choose`, { method: "POST", headers, body });
  return POST(request, { params: Promise.resolve({ token }) });
}

const whereTo = (response: Response) => new URL(response.headers.get("location")!, "http://127.0.0.1");
const mailOnly = "action=save&channels%5B%5D=email&rate=1%2Fmonth&days%5B%5D=2&hours.when=morning&timeZone=Europe%2FLisbon";
const versions = (prospectId: string) => db.communicationPreference.count({ where: { prospectId } });

test("a choice is answered by the page that confirms it, to be read with GET", async () => {
  const { prospect, token } = await aVisit();
  const response = await post(token, mailOnly);
  expect([response.status, whereTo(response).search]).toEqual([303, "?done=save&lang=en"]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await versions(prospect.id)).toBe(1);
});

test("what is wrong comes back with what was typed, and changes nothing", async () => {
  const { prospect, token } = await aVisit();
  const response = await post(
    token,
    `action=save&rate=1%2Fmonth&days%5B%5D=2&hours.when=between&hours.from=11&hours.to=9&timeZone=Mars&${"x".repeat(80)}=1`,
  );
  const { searchParams } = whereTo(response);
  expect(Object.fromEntries(searchParams)).toEqual({
    problem: "invalid",
    action: "save",
    rate: "1/month",
    "days[]": "2",
    "hours.when": "between",
    "hours.from": "11",
    "hours.to": "9",
    timeZone: "Mars",
  });
  for (const body of [
    "",
    "action=erase",
    "action=pause&for=date&until=2020-01-01",
    "action=save&channels=email&__proto__.polluted=1",
    "a".repeat(200_000),
    "{}",
  ])
    expect(whereTo(await post(token, body)).searchParams.get("problem")).toBe("invalid");
  expect(await versions(prospect.id)).toBe(0);
});

test("an unknown link learns nothing, and guessing is slowed down", async () => {
  const guess = "A".repeat(64);
  const answers = [];
  for (let i = 0; i < 10; i += 1) answers.push(await post(guess, "action=stop", "198.51.100.1"));
  expect(answers.slice(0, 9).every((answer) => answer.status === 303 && whereTo(answer).searchParams.get("problem") === "failed")).toBe(
    true,
  );
  expect(answers[9]!.status).toBe(429);
  const page = unknownLink(new Request("http://127.0.0.1/preferences/unknown"));
  expect([page.status, (await page.text()).includes("reply with the one word")]).toEqual([404, true]);
});

test("somebody who presses again and again is slowed down, but never kept from stopping", async () => {
  const { prospect, token } = await aVisit();
  for (let i = 0; i < 30; i += 1) expect((await post(token, mailOnly)).status).toBe(303);
  const late = await post(token, mailOnly);
  expect(late.status).toBe(429);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(whereTo(await post(token, "action=stop")).search).toBe("?done=stop&lang=en");
  expect(await versions(prospect.id)).toBe(2);
});
