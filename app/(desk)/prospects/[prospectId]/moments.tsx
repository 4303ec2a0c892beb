import type { Route } from "next";
import Link from "next/link";

import { archiveProspectAction, restoreProspectAction } from "../actions.ts";
import { CallBack } from "./call-back.tsx";
import {
  addReferralAction,
  answerIntroducerAction,
  closeKindlyAction,
  endNoStepAction,
  endReadingAction,
  matchReferralAction,
  readSilenceAction,
  sayWhyNoStepAction,
} from "./moment-actions.ts";
import { CloseKindlyButton, Noes } from "#components/noes.tsx";
import { KeptRate } from "#components/kept-rate.tsx";
import { Referrals } from "#components/referrals.tsx";
import { Silence } from "#components/silence.tsx";
import { StepGap } from "#components/step-gap.tsx";
import { dateOf, localDay } from "#lib/follow-up/local-time.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Moments } from "#lib/prospects/moments.ts";
import type { ProspectRecord } from "#lib/prospects/record.ts";
import { stepGap } from "#lib/prospects/step-gap.ts";
import { proposeBridge } from "#lib/scoring/bridge.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { earnedMoment } from "#lib/scoring/earned-moment.ts";
import { noLedger } from "#lib/scoring/no-ledger.ts";
import { silenceOf } from "#lib/scoring/silence-evidence.ts";

type Props = { record: ProspectRecord; moments: Moments; dossier: Dossier; policy: Policy; zone: string; viewerZone: string; now: Date };

/** What is due beside the next step: a reason where there is none, why they are quiet, the way to a call-back. */
export function HardMoments({ record, moments, dossier, policy, zone, viewerZone, now }: Props) {
  const { reason, reading, kept } = moments;
  const today = dateOf(localDay(viewerZone, now));
  const callBackOn = record.terms?.callBackOn ?? null;
  const pausedUntil = record.terms?.pausedUntil ?? null;
  const openSteps = record.nextSteps.length;
  const hasHeld = moments.held;
  const gap = stepGap({ ...record, pausedUntil, callBackOn, openSteps, hasHeld, reason, reading }, today);
  const actions = {
    explain: sayWhyNoStepAction,
    endReason: endNoStepAction,
    archive: archiveProspectAction,
    restore: restoreProspectAction,
  };
  const { next } = noLedger(record.id, dossier, policy, now);
  return (
    <div className="moments">
      {next?.do === "reply" && !record.archivedAt ? (
        <p className="phone-only">
          They said no: “{next.no.words}”{" "}
          <Link className="remedy" href={`/prospects/${record.id}?tab=plan&begin=answer.${next.no.id}` as Route} prefetch={false}>
            Answer this no
          </Link>
        </p>
      ) : null}
      {next?.do === "close" && reason?.kind !== "closed" && !record.archivedAt ? (
        <div className="phone-only">
          <p>Their no stands, and nothing more goes out.</p>
          <CloseKindlyButton prospectId={record.id} close={closeKindlyAction} reopen={endNoStepAction} />
        </div>
      ) : null}
      <KeptRate kept={kept} />
      <StepGap prospectId={record.id} name={record.name} {...{ gap, reason, today, actions }} />
      {record.archivedAt ? null : (
        <>
          <Silence
            prospectId={record.id}
            silence={silenceOf(dossier, policy, now)}
            {...{ reading, today, policy }}
            actions={{ read: readSilenceAction, end: endReadingAction }}
          />
          <CallBack prospectId={record.id} bridge={proposeBridge(record.id, dossier, policy, now)} {...{ dossier, policy, now, zone }} />
        </>
      )}
    </div>
  );
}

/** The noes, beside what they agreed to. */
export function RecordNoes({ record, moments, dossier, policy, zone, now }: Props) {
  return (
    <Noes
      prospectId={record.id}
      ledger={noLedger(record.id, dossier, policy, now)}
      {...{ zone, now }}
      close={closeKindlyAction}
      reopen={endNoStepAction}
      isClosed={moments.reason?.kind === "closed"}
    />
  );
}

/** Who brought them, and whom they brought. */
export function RecordReferrals({ record, moments, dossier, policy, viewerZone, now }: Props) {
  const won = record.deals.some(({ stageKind }) => stageKind === "won");
  return (
    <Referrals
      prospectId={record.id}
      moments={moments}
      earned={earnedMoment(dossier, won, policy, now, viewerZone)}
      zone={viewerZone}
      now={now}
      actions={{ add: addReferralAction, match: matchReferralAction, answer: answerIntroducerAction }}
    />
  );
}
