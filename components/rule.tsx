import { ruleSubjects } from "#lib/follow-up/rule-names.ts";

/** The rule a reason rests on: its short sign, with what it is about on hover and for those who listen. It stands beside what was kept as well as what was not. */
export function Rule({ id }: { id: string }) {
  const name = ruleSubjects[id];
  return (
    <span className="rule" title={name}>
      {id}
      {name && <span className="sr">: {name}</span>}
    </span>
  );
}
