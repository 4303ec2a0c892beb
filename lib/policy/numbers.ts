import type { Policy } from "#lib/policy/policy.ts";

export type Difference = { path: string; from: number | null; to: number | null };

/** Every number of a policy by its dotted path, such as `rhythms.cold.email.caps.0`. The version is no number one judges by, and the law has a page of its own. */
export function numbersOf(policy: Policy): Map<string, number> {
  return new Map(
    leaves(policy).filter(
      (leaf): leaf is [string, number] => typeof leaf[1] === "number" && leaf[0] !== "version" && !leaf[0].startsWith("law."),
    ),
  );
}

/** What stands at the ends of nested objects, by dotted path; keys that are paths already may be mixed in. */
export function leaves(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return path ? [[path, value]] : [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path ? `${path}.${key}` : key));
}

/** A copy of a policy with some of its numbers replaced; paths that name none of them are left out. */
export function withNumbers(policy: Policy, changes: ReadonlyMap<string, number>): unknown {
  const replaced = (value: unknown, path: string): unknown => {
    if (typeof value === "number") return changes.get(path) ?? value;
    if (Array.isArray(value)) return value.map((each, i) => replaced(each, `${path}.${i}`));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, path ? `${path}.${key}` : key)]));
  };
  return replaced(policy, "");
}

/** What differs between two versions, in the order of the policy; null where a number did not exist. */
export function differences(from: Policy, to: Policy): Difference[] {
  const [before, after] = [numbersOf(from), numbersOf(to)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, from: before.get(path) ?? null, to: after.get(path) ?? null }))
    .filter(({ from, to }) => from !== to);
}
