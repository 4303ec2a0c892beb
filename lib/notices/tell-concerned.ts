import "server-only";
import { NoticeData, type NoticeKind } from "#lib/notices/notice.ts";
import { findAdmins, findConcerned, insertNotices, type Place } from "#lib/notices/store.ts";

type News = {
  kind: NoticeKind;
  prospectId: string;
  by?: NoticeData["by"];
  /** The last day to answer by; of a pause or a call-back it is read from what they chose. */
  day?: string | null;
  /** Told although nothing planned was taken off. */
  always?: boolean;
  /** Admins are told, too: theirs is the answer. */
  admins?: boolean;
  /** Members who are told, too, whoever owns it now. */
  also?: string[];
};

/**
 * Tells whoever works with a prospect that something about them changed, in the transaction of the change: their owner, and the owners of what was
 * planned and had to come off, with reason and remedy (C3). Whoever did it themselves needs no telling. The caller has judged what is planned again.
 */
export async function tellConcerned(
  place: Place,
  { kind, prospectId, by, day = null, always = true, admins = false, also = [] }: News,
): Promise<void> {
  const concerned = await findConcerned(place, prospectId);
  if (!concerned || !(always || concerned.taken.length > 0)) return;
  const { ownerId, taken, pausedUntil, callBackOn } = concerned;
  const users = new Set([ownerId, ...taken.map((plan) => plan.ownerId), ...also, ...(admins ? await findAdmins(place) : [])]);
  users.delete(place.actorId ?? "");
  const named = kind === "paused" ? pausedUntil : kind === "call-back" ? callBackOn : day;
  await insertNotices(place, [...users], { kind, prospectId, data: NoticeData.parse({ by, day: named, held: taken }) });
}
