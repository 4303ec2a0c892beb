import type { LedgerRow } from "#lib/consent/queries.ts";
import { localDay, sayDayInFull } from "#lib/follow-up/local-time.ts";
import { sayClock } from "#lib/follow-up/say-when.ts";
import { basisNames } from "#lib/follow-up/basis-names.ts";
import { BasisKind } from "#lib/follow-up/plan.ts";
import { channelNames } from "#lib/follow-up/vocabulary.ts";
import { consentEntry } from "#lib/touches/consent-entry.ts";

const methods: Record<string, string> = {
  preference_link: "on their own page",
  form: "in a form",
  call: "in a call",
  email: "by e-mail",
  meeting: "in a meeting",
  import: "with an imported file",
  contract: "in a contract",
  merge: "with the merge of two records",
  other: "stated by us",
};

/** It was recorded by our clock and holds by theirs. */
type Props = { row: LedgerRow; zone: string; theirs: string; isWhole?: boolean };

/** A line of the ledger as evidence: who, when, how, in which words. */
export function LedgerLine({ row, zone, theirs, isWhole = false }: Props) {
  const {
    channel,
    status,
    saidBy,
    method,
    basis,
    wording,
    wordingVersion,
    evidence,
    recordedAt,
    effectiveFrom,
    effectiveTo,
    doubleOptInAt,
  } = row;
  const on = (at: Date, by = theirs) => sayDayInFull(localDay(by, at));
  const { title } = consentEntry("They", { saidBy, method, evidence: null, lines: [{ channel, status }] });
  const stated = BasisKind.safeParse(basis);
  const details = [
    `Recorded on ${on(recordedAt, zone)}, ${sayClock(zone, recordedAt)}${row.by ? ` by ${row.by}` : ""}, ${methods[method] ?? method}`,
    on(effectiveFrom) === on(recordedAt) ? "" : `in effect from ${on(effectiveFrom)}`,
    effectiveTo ? `until ${on(effectiveTo)}` : "",
    doubleOptInAt ? `confirmed a second time on ${on(doubleOptInAt)}` : "",
    row.address ? `for ${row.address} only` : "",
    stated.success ? `because: ${basisNames[stated.data].toLowerCase()}` : "",
  ].filter(Boolean);
  return (
    <div className="ledger-line">
      {isWhole ? (
        <p>
          {title} <span className="meta">{channel === "any" ? "every way" : channelNames[channel]}</span>
        </p>
      ) : null}
      <p className="meta">{details.join("; ")}.</p>
      {evidence ? <p className="meta">Evidence: {evidence}</p> : null}
      {wording ? (
        <blockquote className="soft">
          “{wording}”{wordingVersion ? <span className="meta"> wording {wordingVersion}</span> : null}
        </blockquote>
      ) : null}
    </div>
  );
}
