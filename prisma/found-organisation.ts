import { FoundOrganisation, foundOrganisation } from "#lib/people/found-organisation.ts";
import { pool } from "#lib/platform/db.ts";
import { defaultPolicy } from "#lib/policy/defaults.ts";

const usage = 'Say who: npm run organisation -- "Name" admin@example.com "Full Name" Europe/Amsterdam [NL]';

async function found(): Promise<string> {
  const [name, email, fullName, timeZone, country] = process.argv.slice(2);
  if (!timeZone) return usage;
  const parsed = FoundOrganisation.safeParse({ name, timeZone, country, admin: { name: fullName, email } });
  if (!parsed.success) return [...parsed.error.issues.map(({ message }) => message), usage].join("\n");

  const outcome = await foundOrganisation({ now: new Date(), policy: defaultPolicy }, parsed.data);
  if (!outcome.ok) return "The organisation could not be made.";
  process.exitCode = 0;
  const link = (process.env.BASE_URL ?? "http://127.0.0.1:3000") + outcome.value.path;
  return `${name} is ready. Give ${fullName} this link; it works once, until ${outcome.value.expiresAt.toUTCString()}:\n\n  ${link}\n`;
}

process.exitCode = 1;
console.log(await found().finally(() => pool.end()));
