/** What a digest can tell of, in the order in which it is told. */
export const digestNames = {
  promised: "Promises due",
  answered: "Answers waiting for you",
  "called-back": "People who named this day",
  due: "Follow-ups due today",
  held: "Plans that were taken off",
  "left-alone": "People left alone too long",
  welcomed: "What was welcomed lately",
};
export type DigestKind = keyof typeof digestNames;
export const digestKinds = Object.keys(digestNames) as DigestKind[];
