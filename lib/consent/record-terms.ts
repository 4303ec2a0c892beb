import "server-only";
import { toDay } from "#lib/field.ts";
import type { TermsContent } from "#lib/consent/terms.ts";
import type { Tx } from "#lib/platform/db.ts";

export type TermsChange = Partial<TermsContent>;

/** Adds a version of what they chose: the previous one with this change, on somebody's word (C1, C2). The caller holds the prospect's lock. */
export async function recordTerms(
  { tx, orgId, now }: { tx: Tx; orgId: string; now: Date },
  prospectId: string,
  change: TermsChange,
  saidBy: "person" | "rep",
): Promise<number> {
  const latest = await tx.communicationPreference.findFirst({ where: { orgId, prospectId }, orderBy: { version: "desc" } });
  const version = (latest?.version ?? 0) + 1;
  await tx.communicationPreference.create({
    data: {
      ...(latest ?? { channels: [], channelsSaid: false, days: [] }),
      ...columns(change),
      ...{ orgId, prospectId, version, saidBy, createdAt: now },
    },
    select: { version: true },
  });
  return version;
}

/** The day until which they asked for a pause, as last recorded, or null. */
export async function findPauseEnd({ tx, orgId }: { tx: Tx; orgId: string }, prospectId: string): Promise<string | null> {
  const latest = await tx.communicationPreference.findFirst({
    where: { orgId, prospectId },
    orderBy: { version: "desc" },
    select: { pausedUntil: true },
  });
  return toDay(latest?.pausedUntil ?? null);
}

/** The columns a change touches; what it leaves out stays as it was. */
function columns({ channels, rate, days, hours, timeZone, pausedUntil, callBackOn, stopped, ...rest }: TermsChange) {
  return {
    ...(channels !== undefined && { channels: channels ?? [], channelsSaid: channels !== null }),
    ...(rate !== undefined && { maxTouches: rate?.max ?? null, maxPer: rate?.per ?? null }),
    ...(days !== undefined && { days }),
    ...(hours !== undefined && { fromHour: hours?.from ?? null, toHour: hours?.to ?? null }),
    ...(timeZone !== undefined && { timeZone }),
    ...(pausedUntil !== undefined && { pausedUntil: dateColumn(pausedUntil) }),
    ...(callBackOn !== undefined && { callBackOn: dateColumn(callBackOn) }),
    ...(rest.topics !== undefined && { topics: rest.topics ?? [] }),
    ...(rest.refusedTopics !== undefined && { refusedTopics: rest.refusedTopics }),
    ...(rest.language !== undefined && { language: rest.language }),
    ...bridgeColumn(callBackOn, rest.bridge),
    ...(stopped !== undefined && { stopped }),
  };
}

/** What may come until the day to come back says nothing without that day. */
function bridgeColumn(callBackOn: string | null | undefined, bridge: number | null | undefined) {
  if (callBackOn === null) return { bridge: null };
  return bridge === undefined ? {} : { bridge };
}

const dateColumn = (date: string | null) => (date === null ? null : new Date(`${date}T00:00:00Z`));
