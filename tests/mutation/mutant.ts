import type { RuleId } from "#lib/follow-up/reason.ts";

/** One rule of the judges flipped or deleted: in `file`, the one place that reads `find` reads `replace` instead. */
export type Mutant = { rule: RuleId; file: string; find: string; replace: string };

type Change = [rule: RuleId, find: string, replace: string];

export const changes = (file: string, list: Change[]): Mutant[] => list.map(([rule, find, replace]) => ({ rule, file, find, replace }));
