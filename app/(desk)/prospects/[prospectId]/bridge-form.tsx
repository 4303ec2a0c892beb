"use client";
import { useRouter } from "next/navigation";
import { useDeferredValue, useMemo, useRef, useState, useTransition } from "react";

import { planTogetherAction } from "./moment-actions.ts";
import { type BridgeRow, reviveRows, sayPlanned } from "./bridge-rows.ts";
import { useDraft } from "./use-draft.ts";
import { showToast } from "#components/show-toast.ts";
import { VerdictWord } from "#components/verdict-word.tsx";
import { dateOf, dayOf, instantAt, localDay, localMinutes, sayDay } from "#lib/follow-up/local-time.ts";
import { basisKinds, basisNames } from "#lib/follow-up/basis-names.ts";
import type { BasisKind, Plan } from "#lib/follow-up/plan.ts";
import { channelNames } from "#lib/follow-up/vocabulary.ts";
import { type Problem, sentence } from "#lib/outcome.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { judgeTogether } from "#lib/scoring/together.ts";
import type { Verdict } from "#lib/scoring/verdict.ts";

type Props = { prospectId: string; plans: Plan[]; dossier: Dossier; policy: Policy; now: Date; zone: string };

/** What to bring until the day they named, and the call itself: each row is judged beside the others as one edits it, and all are planned in one press (C7). */
export function BridgeForm({ prospectId, plans, dossier, policy, now, zone }: Props) {
  const router = useRouter();
  const proposed = useMemo(() => ({ rows: plans.map((plan) => ({ plan, isIn: true })) }), [plans]);
  const { value, change, clear, isKept } = useDraft(`bridge:${prospectId}`, proposed, reviveRows);
  const { rows } = value;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const keys = useRef(new Map<number, string>());
  const verdicts = useVerdicts(rows, dossier, policy, now);
  const chosen = rows.filter(({ isIn }) => isIn);
  const basis = rows.find(({ plan }) => plan.basis)?.plan.basis ?? null;
  const whyNeeded = verdicts.flatMap((verdict) => verdict?.reasons ?? []).find(({ remedy }) => remedy?.do === "state-basis");
  const needsBasis = basis !== null || whyNeeded !== undefined;

  const edit = (place: number, part: Partial<BridgeRow>) =>
    change({ rows: rows.map((row, i) => (i === place ? { ...row, ...part } : row)) });
  const replan = (place: number, part: Partial<Plan>) => edit(place, { plan: { ...rows[place]!.plan, ...part } });

  function send() {
    const sent = rows.flatMap(({ plan, isIn }, i) => (isIn ? [{ plan, clientKey: keyOf(keys.current, i) }] : []));
    start(async () => {
      const outcome = await planTogetherAction(null, { prospectId, plans: sent });
      setProblem(outcome.ok ? null : outcome.problem);
      if (!outcome.ok) return;
      const { planned, held } = outcome.value;
      const isHeld = (i: number) => held.some(({ clientKey }) => clientKey === keys.current.get(i));
      const left = rows.filter((_row, i) => isHeld(i));
      keys.current.clear();
      if (left.length > 0) change({ rows: left });
      else clear();
      showToast({
        text: `${sayPlanned(planned, held.length)}${held[0] ? ` – ${held[0].why}` : ""}`,
        tone: held.length > 0 ? "more" : "welcome",
        link: { href: "/schedule", name: "See the schedule" },
      });
      router.refresh();
    });
  }

  return (
    <form
      className="bridge"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) send();
      }}
    >
      <ol>
        {rows.map((row, i) => (
          <Row
            key={`${i}-${row.plan.channel}`}
            {...{ row, zone, now, assets: dossier.assets, verdict: verdicts[i] ?? null }}
            onIn={(isIn) => edit(i, { isIn })}
            onChange={(part) => replan(i, part)}
          />
        ))}
      </ol>
      {needsBasis ? (
        <Basis
          basis={basis}
          why={whyNeeded?.sentence ?? null}
          onChange={(next) => change({ rows: rows.map(({ plan, isIn }) => ({ plan: { ...plan, basis: next }, isIn })) })}
        />
      ) : null}
      {problem ? (
        <p role="alert" className="refusal t-never">
          {sentence(problem)} What you changed is kept.
        </p>
      ) : null}
      <div className="bridge-foot">
        <button className="btn btn-main" aria-disabled={pending || chosen.length === 0 || undefined}>
          {pending ? "Judging …" : `Plan ${chosen.length === 1 ? "this one" : `these ${chosen.length}`}`}
        </button>
        {isKept ? (
          <button type="button" className="btn btn-quiet" onClick={clear}>
            As proposed
          </button>
        ) : null}
      </div>
    </form>
  );
}

const keyOf = (keys: Map<number, string>, place: number): string => {
  const key = keys.get(place) ?? crypto.randomUUID();
  keys.set(place, key);
  return key;
};

/** One verdict a row, null for rows that are left out. */
function useVerdicts(rows: BridgeRow[], dossier: Dossier, policy: Policy, now: Date): (Verdict | null)[] {
  const deferred = useDeferredValue(rows);
  return useMemo(() => {
    const judged = judgeTogether(
      deferred.filter(({ isIn }) => isIn).map(({ plan }) => plan),
      dossier,
      policy,
      now,
    );
    let next = 0;
    return deferred.map(({ isIn }) => (isIn ? (judged[next++] ?? null) : null));
  }, [deferred, dossier, policy, now]);
}

/** Why we may contact them, said once for all of it, where neither record nor law does. */
function Basis({ basis, why, onChange }: { basis: Plan["basis"]; why: string | null; onChange: (basis: Plan["basis"]) => void }) {
  return (
    <div className="bridge-basis">
      {why && <p className="soft">{why}</p>}
      <label htmlFor="bridge-basis">Why we may</label>
      <select
        id="bridge-basis"
        className="input"
        value={basis?.kind ?? ""}
        onChange={({ target: { value } }) => onChange(value ? { kind: value as BasisKind, note: basis?.note ?? "" } : null)}
      >
        <option value="">Choose what is true</option>
        {basisKinds.map((kind) => (
          <option key={kind} value={kind}>
            {basisNames[kind]}
          </option>
        ))}
      </select>
      {basis ? (
        <input
          className="input"
          aria-label="How we know"
          maxLength={300}
          value={basis.note}
          placeholder="How we know (kept in the ledger)"
          onChange={({ target }) => onChange({ ...basis, note: target.value })}
        />
      ) : null}
    </div>
  );
}

type RowProps = {
  row: BridgeRow;
  verdict: Verdict | null;
  assets: Dossier["assets"];
  zone: string;
  now: Date;
  onIn: (isIn: boolean) => void;
  onChange: (part: Partial<Plan>) => void;
};

function Row({ row: { plan, isIn }, verdict, assets, zone, now, onIn, onChange }: RowProps) {
  const isCall = plan.offer.kind === "requested";
  const what = isCall ? "The call" : `By ${channelNames[plan.channel].toLowerCase()}`;
  const said = sayDay(zone, plan.at);
  const titleOf = (wanted: string | null) => assets.find(({ id }) => id === wanted)?.title ?? "";
  const fresh = assets.filter(({ id, sharedAt }) => !sharedAt || id === plan.offer.assetId);
  return (
    <li>
      <div className="bridge-when">
        <label className="log-check">
          <input type="checkbox" checked={isIn} onChange={({ target }) => onIn(target.checked)} />
          {what}
        </label>
        <input
          type="date"
          className="input"
          aria-label={`Day: ${what.toLowerCase()}, ${said}`}
          value={dateOf(localDay(zone, plan.at))}
          min={dateOf(localDay(zone, now))}
          onChange={({ target }) => target.value && onChange({ at: instantAt(zone, dayOf(target.value), localMinutes(zone, plan.at)) })}
        />
      </div>
      {isCall ? null : (
        <select
          className="input"
          aria-label={`What it brings, ${said}`}
          value={plan.offer.assetId ?? ""}
          onChange={({ target: { value } }) =>
            onChange({
              offer: { kind: "asset", assetId: value, text: "" },
              helps: plan.helps.replaceAll(titleOf(plan.offer.assetId), titleOf(value)),
            })
          }
        >
          {fresh.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
      <textarea
        className="input grow"
        rows={1}
        aria-label={`Why it helps them, ${said}`}
        maxLength={500}
        value={plan.helps}
        onChange={({ target }) => onChange({ helps: target.value })}
      />
      {verdict ? <Judged verdict={verdict} zone={zone} onMove={(at) => onChange({ at })} /> : null}
    </li>
  );
}

function Judged({ verdict, zone, onMove }: { verdict: Verdict; zone: string; onMove: (at: Date) => void }) {
  const { kind, value, reasons, nextAllowedAt } = verdict;
  // what is to be confirmed is said once, beside where it is stated
  const first = kind === "allow" || kind === "confirm" ? null : reasons[0];
  const remedy = first?.remedy?.do === "move" ? first.remedy.at : null;
  return (
    <div className="bridge-judged" role="status">
      <VerdictWord verdict={kind} value={value.points} bar={value.bar} nextAllowedAt={nextAllowedAt} zone={zone} />
      {first ? <span className="soft">{first.sentence}</span> : null}
      {remedy ? (
        <button type="button" className="remedy" onClick={() => onMove(remedy)}>
          Move to {sayDay(zone, remedy)}
        </button>
      ) : null}
    </div>
  );
}
