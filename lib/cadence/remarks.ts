import type { CadenceGround, CadenceJudgement } from "#lib/cadence/judge-cadence.ts";
import type { Pace } from "#lib/cadence/rhythm.ts";
import { cares } from "#lib/cadence/silence.ts";
import { dayLength } from "#lib/follow-up/clock.ts";
import { sayCalendarDay } from "#lib/follow-up/local-time.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import type { Reason } from "#lib/follow-up/reason.ts";
import { askStep } from "#lib/follow-up/history.ts";
import { channelNames } from "#lib/follow-up/vocabulary.ts";
import type { Policy } from "#lib/policy/policy.ts";

type Remark = {
  plan: Plan;
  ground: CadenceGround;
  fit: CadenceJudgement["fit"];
  pace: Pace;
  windows: CadenceJudgement["windows"];
  policy: Policy;
};

/** What is worth knowing and forbids nothing, each in one sentence, after what was found before. */
export function remarks(remark: Remark, before: readonly Reason[]): Reason[] {
  const found = [...before];
  for (const look of looks) {
    const reason = look(remark);
    if (reason) found.push(reason);
  }
  return found;
}

type Look = (remark: Remark) => Reason | null;
const note = (rule: Reason["rule"], sentence: string, remedy?: Reason["remedy"]): Reason => ({
  rule,
  severity: "note",
  sentence,
  ...(remedy && { remedy }),
});

/** D3: too late is said as clearly as too soon. */
const tooLate: Look = ({
  plan,
  ground: {
    matter: { history },
  },
  fit,
  pace,
  windows,
}) => {
  if (fit !== "overdue" || !windows) return null;
  const silent = history.clock.day(plan.at.getTime()) - windows.last;
  const { count } = history.streak;
  const isTooFew = count > 0 && count < pace.any.floor;
  const effort = isTooFew ? `${count} without an answer is no effort yet.` : "Silence can be a miss too.";
  return note("D3", `They will have heard nothing for ${silent} days. ${effort}`);
};

/** D4, D6: attempts left; the last one is a kind close. */
const attemptsLeft: Look = ({
  ground: {
    matter: { history },
  },
  pace,
}) => {
  const { count } = history.streak;
  const left = pace.budget - count;
  if (count === 0 || left <= 0) return null;
  if (left === 1) return note("D6", "This is the last attempt: close kindly, ask nothing, and leave the door open.");
  return { rule: "D4", severity: "good", sentence: `${left} of ${pace.budget} attempts are left before it is kind to stop.` };
};

/** D5: after an answer and silence, patience and value, never a reminder. */
const wentQuiet: Look = ({
  ground: {
    state,
    matter: { silence },
  },
}) =>
  silence
    ? note("D5", `How their silence is read: ${cares[silence.hypothesis].name.toLowerCase()}. ${cares[silence.hypothesis].advice}`)
    : state === "ghosted"
      ? note("D5", "They answered once and went quiet: ask yourself why, and bring something at an easy rhythm.")
      : null;

/** V6: without homework the run is short. */
const noHomework: Look = ({
  ground: {
    matter: { assessment },
  },
}) => (assessment?.homework === "none" ? note("V6", "Nobody has looked into them yet, so there are fewer attempts.") : null);

/** V8: while their decision is far, an advisor brings. */
const farDecision: Look = ({ plan, ground: { daysToDecision }, policy }) =>
  daysToDecision !== null && daysToDecision > policy.timeline.farDays && askStep(plan.ask) >= askStep("call")
    ? note("V8", "Their decision is far off: bring something now, and ask nearer to it.", { do: "ask-nothing" })
    : null;

/** P3: a voicemail more says nothing new, and there may be ways nobody tried. */
const otherWays: Look = ({
  plan,
  ground: {
    matter: { history, reach },
  },
  policy,
}) => {
  const { streak } = history;
  const untried = reach.find((channel) => !streak.by[channel] && channel !== plan.channel && channel !== "sms");
  if (plan.channel === "phone" && policy.voicemails > 0 && streak.voicemails >= policy.voicemails)
    return note(
      "P3",
      `They have ${streak.voicemails} voicemails from us: if nobody answers, leave none this time.`,
      untried && { do: "change-channel", channel: untried },
    );
  if (!untried || (streak.by[plan.channel]?.count ?? 0) < 2) return null;
  return note("P3", `Not tried yet since they last answered: ${channelNames[untried].toLowerCase()}.`, {
    do: "change-channel",
    channel: untried,
  });
};

/** D8: what was promised comes first. */
const brokenPromise: Look = ({
  ground: {
    matter: { brokenPromise: day },
  },
}) => (day === null ? null : note("D8", `Something promised for ${sayCalendarDay(day)} is still owed. Keep that first.`));

/** D9: one prospect, one voice. */
const colleagueNear: Look = ({
  plan,
  ground: {
    matter: { planned, history },
  },
}) => {
  const day = history.clock.day(plan.at.getTime());
  const near = planned.find(({ at }) => Math.abs(history.clock.day(at.getTime()) - day) <= 7);
  if (!near) return null;
  const theirs = sayCalendarDay(history.clock.day(near.at.getTime()));
  return note("D9", `${near.by} has ${channelNames[near.channel].toLowerCase()} planned with them on ${theirs}.`);
};

const companyNear: Look = ({
  plan,
  ground: {
    matter: { company },
  },
}) => {
  const at = plan.at.getTime();
  let near = 0;
  for (const contact of company) if (Math.abs(contact.at.getTime() - at) <= 7 * dayLength) near += 1;
  if (near === 0) return null;
  return note("D9", `Others in their company hear from us within a week of this (${near} ${near === 1 ? "touch" : "touches"}).`);
};

const looks: Look[] = [tooLate, attemptsLeft, wentQuiet, noHomework, farDecision, otherWays, brokenPromise, colleagueNear, companyNear];
