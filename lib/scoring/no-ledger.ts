import type { RecordedNo } from "#lib/consent/noes.ts";
import { openNoes } from "#lib/consent/noes.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { type Ground, groundOf, noesOf } from "#lib/scoring/ground.ts";
import { channelsOf, ideasFor, startOf } from "#lib/scoring/ideas.ts";
import { openGate } from "#lib/scoring/score-follow-up.ts";

export type NoLedger = {
  /** Every no of theirs, the latest first. */
  noes: RecordedNo[];
  /** How many stand, and after how many it is the end (C6). */
  standing: number;
  of: number;
  /** The one considered reply is still to be made, or it is time to leave well; null where no no stands. */
  next: { do: "reply"; no: RecordedNo } | { do: "close"; plan: Plan; mayBePlanned: boolean; until: Date | null } | null;
};

/** C5, C6: what they refused, why, what became of it, and what a careful colleague does now. */
export function noLedger(prospectId: string, dossier: Dossier, policy: Policy, now: Date): NoLedger {
  const ground = groundOf(dossier, policy, now);
  const noes = noesOf(dossier, ground.history).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const open = openNoes(noes);
  return { noes, standing: open.length, of: policy.noes.most, next: whatNow(prospectId, open, { dossier, policy, now, ground }) };
}

type Known = { dossier: Dossier; policy: Policy; now: Date; ground: Ground };

function whatNow(prospectId: string, open: RecordedNo[], { dossier, policy, now, ground }: Known): NoLedger["next"] {
  const [last] = open;
  if (!last) return null;
  const isOver = open.length >= policy.noes.most || open.some(({ kind }) => kind === "final");
  if (!isOver && !last.replied) return { do: "reply", no: last };
  const judge = openGate(dossier, policy, now);
  const plan = kindClose(prospectId, dossier, ground, now);
  const { kind, nextAllowedAt } = judge(plan);
  const at = nextAllowedAt ?? plan.at;
  return { do: "close", plan: { ...plan, at }, mayBePlanned: kind !== "block", until: nextAllowedAt };
}

/** G3, D6: nothing asked, no guilt, the door left open. */
export function kindClose(prospectId: string, dossier: Dossier, ground: Ground, now: Date): Plan {
  const { givenName, name } = dossier.person;
  const who = givenName ?? name;
  const channel = ground.openNo?.channel ?? channelsOf(dossier)[0]!;
  return {
    ...{ prospectId, channel, at: startOf(dossier, now), ask: "none" },
    offer: { kind: "resource", assetId: null, text: "An open door: an answer whenever they have a question" },
    helps: `${who} need not decide or answer anything, and knows where to find us`,
    draft: `Dear ${who},\n\nthank you for being so plain with me. I leave it here and will not ask again.\nIf a question comes up one day, I am glad to help. No reply needed.`,
    ...{ answersObjectionId: null, urgentFactId: null, basis: null },
  };
}

/** C5: what may answer this no, the same way it came, at once: the best the library has, or an empty hand to be filled. */
export function consideredReply(prospectId: string, objectionId: string, dossier: Dossier, policy: Policy, now: Date): Plan | null {
  const no = dossier.objections.find(({ id }) => id === objectionId);
  if (!no) return null;
  const judge = openGate(dossier, policy, now);
  const fitting = ideasFor(prospectId, dossier, policy, now)
    .map(({ plan }) => plan)
    .filter(({ answersObjectionId, channel }) => answersObjectionId === objectionId && (no.channel === null || channel === no.channel));
  const best = fitting.toSorted((a, b) => judge(b).rank - judge(a).rank)[0];
  const channel = no.channel ?? channelsOf(dossier)[0]!;
  return (
    best ?? {
      ...{ prospectId, channel, at: startOf(dossier, now), ask: "reply", offer: { kind: "none", assetId: null, text: "" } },
      ...{ helps: "", draft: "", answersObjectionId: objectionId, urgentFactId: null, basis: null },
    }
  );
}
