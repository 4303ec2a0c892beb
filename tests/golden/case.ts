import type { LawAdjustments } from "#lib/consent/adjustment.ts";
import type { ConsentEntry, Terms } from "#lib/consent/ledger.ts";
import { nothingSaid } from "#lib/consent/terms.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Remedy, RuleId } from "#lib/follow-up/reason.ts";
import type { RelationshipState } from "#lib/follow-up/vocabulary.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import type { Circumstances } from "#lib/scoring/score-follow-up.ts";
import type { CadenceFit, VerdictKind } from "#lib/scoring/verdict.ts";
import type { KnownFact } from "#lib/value/known.ts";
import { aDossier, anAsset, assetId, daysFromNow, objectionId } from "#tests/factories/dossier.ts";

/** A named situation and what the judges say of it. Without a plan or a dossier it is the factories' good first e-mail to Jill. */
export type GoldenCase = {
  name: string;
  /** Rules it pins without their being named in a sentence. */
  rules?: RuleId[];
  plan?: Partial<Plan>;
  dossier?: Partial<Dossier>;
  now?: Date;
  /** What the organisation set differently in the law. */
  law?: LawAdjustments;
  circumstances?: Circumstances;
  /** What the judges still get wrong here: the case is known to fail, and complains once it no longer does. */
  isOpen?: string;
  then: Expected;
};

export type Expected = {
  kind: VerdictKind;
  /** Rules that demand something, the one that decides first; none if empty. And such as must not. */
  demands?: RuleId[];
  demandsNot?: RuleId[];
  /** Rules said without a demand, as a note or as praise. */
  says?: RuleId[];
  saysNot?: RuleId[];
  headline?: string;
  /** What the gravest reason offers in one click. */
  remedy?: Partial<Remedy>;
  /** As ISO text or its beginning; null: none. */
  nextAllowedAt?: string | null;
  bestAt?: string | null;
  state?: RelationshipState;
  askedFor?: string | null;
  /** Labels of value that are counted, and such as must not be. */
  brings?: string[];
  bringsNot?: string[];
  /** The value it brings, and what it must reach. */
  points?: number;
  bar?: number;
  /** What is asked of them on the day, what they have room for, what this adds, to two digits; and what consent alone says. */
  pressure?: number;
  room?: number;
  weight?: number;
  passes?: "yes" | "confirm" | "later" | "no";
  /** How the day fits their rhythm, and in points. */
  fit?: CadenceFit;
  fitPoints?: number;
  /** Words that some reason says. */
  saying?: string;
  /** Of how many attempts how many are used. */
  budget?: [used: number, of: number];
  /** Whether the record shows somebody given up on too early (D3). */
  givenUp?: boolean;
  /** What the record shows as too much and too little of them. */
  tooMuch?: string[];
  tooLittle?: string[];
};

/** What they chose, on top of nothing in particular. */
export const chose = (over: Partial<Terms> = {}): Terms => ({
  ...{ version: 1, saidOn: daysFromNow(-30), saidBy: "person" },
  ...nothingSaid,
  ...over,
});

export const person = (over: Partial<Dossier["person"]>): Dossier["person"] => ({ ...aDossier().person, ...over });

/** A line of the ledger, of theirs, three days old. */
export const aLine = (status: ConsentEntry["status"], over: Partial<ConsentEntry> = {}): ConsentEntry => ({
  id: `${status} ${over.channel ?? "any"}`,
  channel: "any",
  status,
  basis: null,
  saidBy: "person",
  effectiveFrom: daysFromNow(-3),
  effectiveTo: null,
  ...over,
});

/** The usual basis, and then these lines. */
export const ledger = (...lines: ConsentEntry[]): ConsentEntry[] => [...aDossier().ledger, ...lines];

export const aNo = (at: Date, over: Partial<Dossier["objections"][number]> = {}): Dossier["objections"][number] => ({
  id: objectionId,
  kind: "reflex",
  words: "Not interested, thanks",
  at,
  channel: "email",
  ...over,
});

export const aPlanned = (at: Date, over: Partial<Dossier["planned"][number]> = {}): Dossier["planned"][number] => ({
  id: "planned",
  at,
  channel: "email",
  by: "Omar",
  answersObjectionId: null,
  urgentFactId: null,
  ...over,
});

/** Something they told us. */
export const aFact = (over: Partial<KnownFact>): KnownFact => ({
  id: "f",
  label: "Plants",
  value: "Cork",
  origin: "told_us",
  on: null,
  told: false,
  ...over,
});

export const assessed = (over: Partial<NonNullable<Dossier["assessment"]>>): NonNullable<Dossier["assessment"]> => ({
  fit: 60,
  stake: "medium",
  homework: "some",
  decisionOn: null,
  ...over,
});

export const nothing: Plan["offer"] = { kind: "none", assetId: null, text: "" };
export const theChecklist: Plan["offer"] = { kind: "asset", assetId, text: "" };
export const offers = (kind: Plan["offer"]["kind"], text: string): Plan["offer"] => ({ kind, assetId: null, text });
export const given = (kind: Plan["offer"]["kind"], text: string | null = null, id: string | null = null) => ({ kind, text, assetId: id });

/** The checklist as they had it five days ago. */
export const hadTheChecklist = anAsset({ sharedAt: daysFromNow(-5) });
/** Something else from the library that they have not had. */
export const theCostSheet = anAsset({
  id: "0192f0c1-0000-7000-8000-0000000000a2",
  title: "Cost of one hour at standstill",
  kind: "insight",
});
