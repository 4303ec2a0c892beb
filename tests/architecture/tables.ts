import { type Check, roomOf, type Source } from "./sources.ts";

/** Who writes which table. The first room owns it; the others write it for a reason that stands beside. */
const writers: Record<string, string[]> = {
  Organisation: ["people"],
  Team: ["people"],
  Member: ["people"],
  Invitation: ["people"],
  ApiKey: ["people"],
  User: ["people"],
  Account: ["people"],
  Session: ["people"],
  RateLimit: ["platform"],
  // an import merges whole files, set by set; whoever leaves a team hands their records over
  Company: ["companies", "prospects", "people", "transfer"],
  Prospect: ["prospects", "people", "transfer"],
  ContactPoint: ["prospects", "transfer"],
  Fact: ["prospects", "transfer"],
  OpportunityAssessment: ["prospects"],
  // what comes next is agreed on the record or while a touch is logged
  NextStep: ["prospects", "touches"],
  NoStepReason: ["prospects"],
  SilenceReading: ["schedule"],
  Referral: ["prospects"],
  // a new organisation starts with stages and numbers
  Stage: ["deals", "people"],
  Deal: ["deals", "people", "transfer"],
  StageChange: ["deals", "transfer"],
  Touchpoint: ["touches"],
  Objection: ["touches"],
  AssetShare: ["touches"],
  ValueAsset: ["value"],
  MessageTemplate: ["value"],
  FollowUp: ["schedule"],
  GateDecision: ["schedule"],
  // whoever is shut out loses their feed
  CalendarLink: ["schedule", "people"],
  PolicyVersion: ["policy", "people"],
  RepPersistence: ["insight"],
  PolicyRollout: ["policy"],
  ConsentEvent: ["consent"],
  CommunicationPreference: ["consent"],
  Suppression: ["consent"],
  RegistryList: ["consent"],
  RegistryNumber: ["consent"],
  PreferenceLink: ["preferences"],
  Mail: ["mail"],
  DataRequest: ["rights"],
  Notice: ["notices"],
  SavedView: ["views"],
  ViewPin: ["views"],
  // the digest tells of the queue
  DigestSetting: ["today"],
  Digest: ["today"],
  Event: ["events", "transfer"],
  Import: ["transfer"],
  ImportLine: ["transfer"],
};

const byClient = /\b(?:db|tx)\.(\w+)\.(?:create|update|upsert|delete)\w*\(/g;
const bySql = /\b(?:INSERT INTO|UPDATE|DELETE FROM|COPY|TRUNCATE)\s+"(\w+)"/g;

/** The tables a file writes, by the database client or by SQL. */
function writtenBy({ code }: Source): string[] {
  const models = [...code.matchAll(byClient)].map(([, model]) => model![0]!.toUpperCase() + model!.slice(1));
  const tables = [...code.matchAll(bySql)].map(([, table]) => table!);
  return [...new Set([...models, ...tables])];
}

export const roomsWriteTheirOwn: Check = (sources) =>
  sources.flatMap((source) =>
    writtenBy(source)
      .filter((table) => !writers[table]?.includes(roomOf(source.path) ?? ""))
      .map((table) => `${source.path} writes ${table}`),
  );

/** Queries and stores by their names; COPY needs a connection of its own, and a link is looked up before anybody is known. */
const holdsTheClient =
  /^lib\/platform\/|\/(?:store|(?:[\w-]+-)?queries)\.ts$|^lib\/transfer\/stage\.ts$|^lib\/preferences\/find-by-token\.ts$/;

/** Outside a transaction only queries, stores and the platform reach the database; use cases are handed a `tx`. */
export const clientIsForStoresAndQueries: Check = (sources) =>
  sources
    .filter(({ path }) => !holdsTheClient.test(path))
    .filter(({ text }) => /^import\s+(?!type)[^;]*?\b(?:db|pool)\b[^;]*?from "#lib\/platform\/db\.ts"/m.test(text))
    .map(({ path }) => path);
