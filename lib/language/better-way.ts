import type { PhraseHit } from "#lib/language/phrases.ts";
export const betterWay = (hit: PhraseHit, _known: Record<string, string | null>): string => hit.better ?? "";
