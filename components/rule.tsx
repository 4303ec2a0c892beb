import { ruleNames } from "#lib/follow-up/rule-names.ts";

/** The rule a reason rests on: its short sign, with its few words on hover and for those who listen. */
export function Rule({ id }: { id: string }) {
  const name = ruleNames[id];
  return (
    <span className="rule" title={name}>
      {id}
      {name && <span className="sr">: {name}</span>}
    </span>
  );
}
