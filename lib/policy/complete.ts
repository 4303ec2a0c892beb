import { defaultPolicy } from "#lib/policy/defaults.ts";
import { Policy } from "#lib/policy/policy.ts";

/** A published version as it stands in the database, with defaults for the numbers that did not exist when it was published. Throws on what is no policy. */
export function completePolicy(stored: unknown, version: number): Policy {
  return Policy.parse({ ...(fill(defaultPolicy, stored) as object), version });
}

function fill(defaults: unknown, stored: unknown): unknown {
  if (stored === undefined) return defaults;
  if (!isRecord(defaults) || !isRecord(stored)) return stored;
  return { ...stored, ...Object.fromEntries(Object.entries(defaults).map(([key, value]) => [key, fill(value, stored[key])])) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
