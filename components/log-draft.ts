import { parseKept, readKept, writeKept } from "#components/kept.ts";
import type { TakeBackAction } from "#components/undo-touch.ts";
import type { Disposition } from "#lib/follow-up/touch.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Outcome } from "#lib/outcome.ts";
import { outcomesFor } from "#lib/touches/outcomes.ts";
import type { Told } from "#lib/touches/timeline.ts";
import type { CorrectTouch, LogTouch } from "#lib/touches/touchpoint.ts";

type Answer = Outcome<{ id: string; prospectId: string; held: number }>;

export type LogActions = {
  log: (previous: null, input: LogTouch) => Promise<Answer>;
  correct: (previous: null, input: CorrectTouch) => Promise<Answer>;
  takeBack: TakeBackAction;
  /** Whose wall clock `when` is read by. */
  timeZone: string;
  /** Whose touches wait on this device. */
  userId: string;
};

export type Person = { id: string; name: string };

/** A touch that waits on this device until the server can be reached; `refused` says why the server did not take it. */
export type Waiting = { draft: Draft; opening: Pick<Opening, "prospect" | "followUpId">; since: string; refused: string | null };

/** A logged touch as its correction begins; `at` is the logger's wall clock. */
export type Correctable = Told & { at: string };

export type Opening = {
  prospect: Person | null;
  followUpId: string | null;
  channel: string | null;
  /** What the follow-up that is done was to bring and to ask. */
  planned: Pick<Correctable, "offerKind" | "assetId" | "offerText" | "ask"> | null;
  correct: Correctable | null;
  /** A touch that could not be sent, to be put right. */
  waiting?: Waiting | null;
  count: number;
};

/** What stands in the sheet. Kept in the browser until it is sent, so that a reload or an error loses nothing. */
export type Draft = Omit<Correctable, "touchpointId" | "disposition" | "channel" | "byId" | "createdAt" | "correctsId"> & {
  prospect: Person | null;
  channel: Channel | "";
  disposition: Disposition | "";
  callBackOn: string;
  pausedUntil: string;
  step: string;
  stepOwedBy: "us" | "them";
  stepDueOn: string;
  stepAgreed: boolean;
  /** The next follow-up as wished for, by a wall clock; only the gate can schedule it. */
  nextAt: string;
  nextChannel: Channel | "";
  nextIsTheirs: boolean;
  /** The line it was told in, and the fields filled by hand, which the line leaves alone. */
  line: string;
  /** When the line was typed: its days are read as of then. */
  lineAt: string;
  byHand: (keyof Draft)[];
  clientKey: string;
};

const blank: Omit<Draft, "clientKey"> = {
  ...{ prospect: null, channel: "", direction: "out", disposition: "", offerKind: "none", assetId: "", offerText: "", ask: "none" },
  ...{ theySaid: "", body: "", at: "", objectionKind: "", callBackOn: "", pausedUntil: "" },
  ...{ step: "", stepOwedBy: "us", stepDueOn: "", stepAgreed: false },
  ...{ nextAt: "", nextChannel: "", nextIsTheirs: false, line: "", lineAt: "", byHand: [] },
};

const place = ({ prospect, correct, waiting }: Opening) =>
  `log:${waiting?.draft.clientKey ?? correct?.touchpointId ?? prospect?.id ?? "new"}`;

/** The draft kept for this person or correction, else a fresh one. */
export function openDraft(opening: Opening): Draft {
  const kept = read(place(opening)) ?? opening.waiting?.draft;
  if (kept) return { ...kept, prospect: opening.waiting ? kept.prospect : (opening.prospect ?? kept.prospect) };
  return freshDraft(opening);
}

/** What stands in the sheet before anything is typed. */
export function freshDraft(opening: Opening): Draft {
  const { prospect, planned, correct } = opening;
  const channel = (opening.channel ?? "") as Channel | "";
  return { ...blank, prospect, channel, ...planned, ...correct, clientKey: crypto.randomUUID() };
}

export const keepDraft = (opening: Opening, draft: Draft): void => writeKept(place(opening), JSON.stringify(draft));
export const dropDraft = (opening: Opening): void => writeKept(place(opening), null);

function read(key: string): Draft | null {
  const kept = parseKept(readKept(key));
  return kept ? { ...blank, ...(kept as Draft) } : null;
}

/** A changed channel or direction keeps only an outcome that still fits. */
export function change(draft: Draft, patch: Partial<Draft>): Draft {
  const next = { ...draft, ...patch };
  const { channel, direction, disposition } = next;
  if (!channel || !disposition) return next;
  const isChosenNow = "disposition" in patch;
  return isChosenNow || outcomesFor(channel, direction).includes(disposition) ? next : { ...next, disposition: "" };
}

/** As the use cases take it; what is not chosen yet is left for them to name. */
export function toInput(draft: Draft) {
  const { channel, direction, disposition, ask, body, theySaid, clientKey, offerKind, assetId, offerText } = draft;
  const isNo = disposition === "said_no";
  return {
    ...{ channel: channel as Channel, direction, disposition: disposition as Disposition, ask, body, theySaid, clientKey },
    offer: { kind: offerKind, assetId: offerKind === "asset" ? assetId : null, text: offerKind === "none" ? null : offerText },
    at: draft.at || null,
    objection: isNo && draft.objectionKind ? { kind: draft.objectionKind, words: null } : null,
    callBackOn: disposition === "said_later" ? draft.callBackOn : null,
    pausedUntil: disposition === "asked_to_pause" ? draft.pausedUntil : null,
  };
}

export function toNextStep({ step, stepOwedBy, stepDueOn, stepAgreed }: Draft): LogTouch["nextStep"] {
  return step.trim() ? { what: step, owedBy: stepOwedBy, dueOn: stepDueOn, agreed: stepAgreed } : null;
}
