import { Policy, type Rhythm } from "#lib/policy/policy.ts";

type Complaint = { path: string; sentence: string };

/**
 * A policy whose numbers also fit together: asked when one is published, not when one is read, so that what was published before stays readable
 * whatever is learnt later.
 */
export const SoundPolicy = Policy.superRefine((policy, context) => {
  for (const { path, sentence } of complaints(policy)) context.addIssue({ code: "custom", path: path.split("."), message: sentence });
});

function complaints(policy: Policy): Complaint[] {
  const { value, noes, timeline, assessment, rank } = policy;
  const rhythms = Object.entries(policy.rhythms).flatMap(([state, rows]) =>
    Object.entries(rows).flatMap(([channel, row]) => (row ? rhythmComplaints(`rhythms.${state}.${channel}`, row) : [])),
  );
  const bars = Object.entries(value.base)
    .filter(([, base]) => base > value.max)
    .map(([state]) => wrong(`value.base.${state}`, `This is above the highest bar there is (${value.max}).`));
  const [mild, plain, grave] = value.wording.penalties;
  return [
    ...rhythms,
    ...bars,
    ...unless(mild <= plain, "value.wording.penalties.1", `A plain fault cannot cost less than a mild one (${mild}).`),
    ...unless(plain <= grave, "value.wording.penalties.2", `A grave fault cannot cost less than a plain one (${plain}).`),
    ...unless(grave <= value.wording.most, "value.wording.most", `One grave fault alone costs ${grave}; the most cannot be less.`),
    ...unless(
      noes.restDays <= noes.finalRestDays,
      "noes.finalRestDays",
      `A final no rests at least as long as an early one (${noes.restDays} days).`,
    ),
    ...unless(assessment.lowFit < assessment.highFit, "assessment.highFit", `This has to be above the low fit (${assessment.lowFit}).`),
    ...unless(timeline.nearDays < timeline.farDays, "timeline.farDays", `Far is further away than near (${timeline.nearDays} days).`),
    ...unless(timeline.nearFactor <= 1, "timeline.nearFactor", "Near their decision gaps shrink: 1 or less."),
    ...unless(timeline.farFactor >= 1, "timeline.farFactor", "Far from their decision gaps grow: 1 or more."),
    ...unless(Math.abs(rank.value + rank.cadence + rank.calm - 1) < 0.0005, "rank.calm", "The three shares have to make 1 together."),
  ];
}

function rhythmComplaints(at: string, { min, target, max, ceiling, caps: [week, month, quarter], budget, floor }: Rhythm): Complaint[] {
  return [
    ...unless(min <= target, `${at}.target`, `This is shorter than the smallest gap (${min}).`),
    ...unless(target <= max, `${at}.max`, `This is shorter than the right gap (${target}).`),
    ...unless(target <= ceiling, `${at}.ceiling`, `Silence lengthens the right gap (${target}); this cannot be shorter.`),
    ...unless(week <= month, `${at}.caps.1`, `Thirty days hold at least as many as seven (${week}).`),
    ...unless(month <= quarter, `${at}.caps.2`, `Ninety days hold at least as many as thirty (${month}).`),
    ...unless(floor <= budget, `${at}.floor`, `Giving up is early below ${floor}, but only ${budget} are kind.`),
  ];
}

const wrong = (path: string, sentence: string): Complaint => ({ path, sentence });
const unless = (isSound: boolean, path: string, sentence: string): Complaint[] => (isSound ? [] : [wrong(path, sentence)]);
