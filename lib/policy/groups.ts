import { Channel, channelNames, RelationshipState } from "#lib/follow-up/vocabulary.ts";
import { numbersOf } from "#lib/policy/numbers.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { noteOf } from "#lib/policy/sources.ts";

/** Numbers that are read together: one rhythm a channel, in the columns of the table, then single numbers. */
export type Group = { id: string; title: string; hint: string; rhythms: Row[]; paths: string[] };
export type Row = { channel: string; name: string; paths: string[] };

const stateTitles: Record<RelationshipState, [title: string, hint: string]> = {
  cold: ["Cold", "They never answered us, and did not come to us."],
  inbound: ["Came to us", "They asked, within the last thirty days."],
  warm: ["Warm", "We have talked, or somebody introduced us."],
  opportunity: ["Open deal", "A deal with them is past its first stage."],
  ghosted: ["Gone quiet", "They answered once, and not the last times."],
  nurture: ["Long quiet", "Their last answer lies four months back or more."],
  customer: ["Customers", "They bought, and no deal is open."],
  soft_no: ["After a no", "They said no, and it was not final."],
};

/** Subjects by the beginnings of the paths that belong to them. */
const subjects: [id: string, title: string, hint: string, of: string[]][] = [
  ["weights", "What a touch weighs", "What is asked of a person; an e-mail is one.", ["pressure."]],
  ["offers", "What an offer brings", "Points for what is offered, where it is new to them.", ["value.offers."]],
  ["points", "What else brings value", "Points for what makes it theirs.", ["value.points.", "value.othersNeeded", "value.nothingNewCap"]],
  ["wording", "What wording takes away", "Guilt, false hurry and empty check-ins cost points.", ["value.wording."]],
  ["bar", "The bar", "What a touch must bring rises with what was asked lately.", ["value."]],
  [
    "rests",
    "Noes, rests and waiting",
    "How long to leave people in peace, and when not to.",
    ["noes.", "awaiting", "budgetRest", "voicemails", "bridge.", "urgent"],
  ],
  ["silence", "Why they are quiet", "How much care a reading of their silence adds, and for how long it stands.", ["silence."]],
  ["assessment", "Fit and homework", "A researched, well-fitting opportunity earns a longer run.", ["assessment."]],
  ["timeline", "Their timeline", "Their decision sets the pace, not our quarter.", ["timeline."]],
  ["rank", "The order of plans", "What stands first on a rep’s day.", ["rank."]],
  ["persistence", "Too much and too little", "When a manager is shown that a rep presses, or gives up early.", ["persistence."]],
];

/** All numbers of a policy in the order in which they are read: by state of the relationship, then by subject. */
export function groupsOf(policy: Policy): Group[] {
  const left = new Set(numbersOf(policy).keys());
  const take = (isWanted: (path: string) => boolean) => {
    const taken = [...left].filter(isWanted);
    for (const path of taken) left.delete(path);
    return taken;
  };
  const states = (Object.keys(stateTitles) as RelationshipState[]).map((state) => {
    const [title, hint] = stateTitles[state];
    const rhythms = ["any", ...Channel.options]
      .filter((channel) => channel in policy.rhythms[state])
      .map((channel) => ({ channel, name: rowName(channel), paths: take((path) => path.startsWith(`rhythms.${state}.${channel}.`)) }));
    return { id: state, title, hint, rhythms, paths: take((path) => path.endsWith(`.${state}`)) };
  });
  const rest = subjects.map(([id, title, hint, of]) => ({
    ...{ id, title, hint, rhythms: [], paths: take((path) => of.some((start) => path.startsWith(start))) },
  }));
  return [...states, ...rest];
}

const rowName = (channel: string) => (channel === "any" ? "All together" : channelNames[channel as Channel]);

/** A number's name where it stands alone: "Cold, E-mail: smallest gap". */
export function titleOf(path: string): string {
  const label = noteOf(path)?.label ?? path;
  const [, state, channel] = /^rhythms\.(\w+)\.(\w+)\./.exec(path) ?? [];
  const of = state ?? RelationshipState.options.find((each) => path.endsWith(`.${each}`));
  if (!of) return label;
  const [title] = stateTitles[of as RelationshipState];
  return `${channel ? `${title}, ${rowName(channel)}` : title}: ${label[0]!.toLowerCase()}${label.slice(1)}`;
}
