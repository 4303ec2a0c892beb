import { editDistance } from "#lib/edit-distance.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";

const squash = (name: string) =>
  foldForSearch(name)
    .replace(/\b(inc|ltd|llc|gmbh|bv|nv|sa|ag|plc|corp|corporation|co|company|limited)\b\.?/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Whether two names of companies are probably one: the same letters but for spaces, signs and legal form, or one slip (two in a long name). */
export function isTypoOf(a: string, b: string): boolean {
  const [left, right] = [squash(a), squash(b)];
  if (left === right) return left !== "";
  const length = Math.min(left.length, right.length);
  return length >= 5 && editDistance(left, right, length >= 10 ? 2 : 1) <= (length >= 10 ? 2 : 1);
}
