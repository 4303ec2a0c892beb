import { no, ok, type Outcome } from "#lib/outcome.ts";
import { numbersOf, withNumbers } from "#lib/policy/numbers.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { SoundPolicy } from "#lib/policy/sound-policy.ts";

/**
 * What was typed over the numbers of `base`, put on top of `current`: only what differs from `base` is a change, so that nobody takes back what a
 * colleague published meanwhile. Problems stand at the field they belong to, `numbers.` and the number's path.
 */
export function readChanges(typed: ReadonlyMap<string, unknown>, base: Policy, current: Policy): Outcome<Policy> {
  const known = numbersOf(base);
  const changes = new Map<string, number>();
  const fields: Record<string, string[]> = {};
  for (const [path, value] of typed) {
    const number = readNumber(value);
    if (!known.has(path)) fields[`numbers.${path}`] = ["The policy has no such number."];
    else if (number === null) fields[`numbers.${path}`] = ["Write a number, such as 3 or 1.5."];
    else if (number !== known.get(path)) changes.set(path, number);
  }
  const parsed = SoundPolicy.safeParse(withNumbers(current, changes), { error: sayLimit });
  for (const { path, message } of parsed.error?.issues ?? []) (fields[`numbers.${path.join(".")}`] ??= []).push(message);
  return parsed.success && Object.keys(fields).length === 0 ? ok(parsed.data) : no({ code: "invalid", fields });
}

function readNumber(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const text = typeof value === "string" ? value.trim().replace(",", ".") : "";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

type Issue = { code?: string; minimum?: unknown; maximum?: unknown; inclusive?: unknown };

/** The schema's limits in plain words. */
function sayLimit({ code, minimum, maximum, inclusive }: Issue): string | undefined {
  if (code === "too_small")
    return inclusive === false ? `This has to be more than ${String(minimum)}.` : `This has to be ${String(minimum)} or more.`;
  if (code === "too_big") return `This can be ${String(maximum)} at most.`;
  return code === "invalid_type" ? "This has to be a whole number." : undefined;
}
