// Tries forged links against the look-up of the prospects' own page; started by npm run bench:tokens on a database that is thrown away.
import { randomBytes } from "node:crypto";

import { db, pool } from "#lib/platform/db.ts";
import { newToken } from "#lib/platform/ids.ts";
import { openLink } from "#lib/preferences/find-by-token.ts";
import { aMember, anOrganisation } from "#tests/factories/records.ts";
import { quantiles } from "./measure.ts";

const count = Number(process.argv.find((each) => each.startsWith("--tokens="))?.split("=")[1] ?? 1_000_000);
const links = 20_000;
const lanes = 8;
const now = new Date();

const { orgId, tokens } = await makeLinks();
const secret = (size: number) => randomBytes(size).toString("base64url");
const behindOurs = () => Buffer.concat([Buffer.from(orgId.replaceAll("-", ""), "hex"), randomBytes(32)]).toString("base64url");
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A link that exists, but for one character of its secret. */
function nearMiss(i: number): string {
  const token = tokens[i % tokens.length]!;
  const at = 24 + (i % 40);
  const other = alphabet[(alphabet.indexOf(token[at]!) + 1 + (i % 62)) % 64]!;
  return token.slice(0, at) + other + token.slice(at + 1);
}

const forgeries: ((i: number) => string)[] = [
  () => secret(48),
  behindOurs,
  nearMiss,
  (i) => tokens[i % tokens.length]!.slice(0, i % 64),
  (i) => `${tokens[i % tokens.length]!}${"=".repeat(1 + (i % 3))}`,
];

const genuine = await openLink(tokens[0]!, now);
if (!genuine) throw new Error("A genuine link should open, or nothing is measured here.");

let hits = 0;
let tried = 0;
const started = performance.now();
await Promise.all(
  Array.from({ length: lanes }, async () => {
    while (tried < count) {
      const i = tried;
      tried += 1;
      // one lane asks one after the other
      // oxlint-disable-next-line no-await-in-loop
      if (await openLink(forgeries[i % forgeries.length]!(i), now)) hits += 1;
    }
  }),
);
console.log(`${tried.toLocaleString("en")} forged links, ${hits} opened, ${((performance.now() - started) / 1000).toFixed(0)} s`);

const times: [string, (i: number) => string, number[]][] = [
  ["random", behindOurs, []],
  ["one character off", nearMiss, []],
  ["genuine", (i) => tokens[i % tokens.length]!, []],
];
for (let round = 0; round < 3_000; round += 1)
  for (const [, make, took] of times) {
    const token = make(round);
    const before = performance.now();
    await openLink(token, now);
    took.push(performance.now() - before);
  }
const plainest = quantiles(times[0]![2]).p50;
for (const [name, , took] of times) {
  const { p50, p95 } = quantiles(took);
  console.log(`${name.padEnd(20)} p50 ${p50.toFixed(3)} ms  p95 ${p95.toFixed(3)} ms  ${(p50 / plainest).toFixed(2)} × random`);
}
process.exitCode = hits > 0 ? 1 : 0;
await db.$disconnect();
await pool.end();

/** Prospects with a link each, and the links' tokens. */
async function makeLinks(): Promise<{ orgId: string; tokens: string[] }> {
  const { orgId, userId, teamId } = await aMember(await anOrganisation());
  const made = Array.from({ length: links }, () => newToken(orgId));
  await pool.query(
    `WITH person AS (
       INSERT INTO "Prospect" ("orgId", id, "ownerId", "teamId", name, "searchText")
       SELECT $1, gen_random_uuid(), $2, $3, 'Person ' || n, 'person ' || n FROM generate_series(1, $4::int) n RETURNING id)
     INSERT INTO "PreferenceLink" ("orgId", id, "prospectId", "tokenHash")
     SELECT $1, gen_random_uuid(), person.id, hash
       FROM (SELECT id, row_number() OVER () AS n FROM person) person JOIN unnest($5::text[]) WITH ORDINALITY AS made(hash, n) USING (n)`,
    [orgId, userId, teamId, links, made.map(({ hash }) => hash)],
  );
  return { orgId, tokens: made.map(({ token }) => token) };
}
