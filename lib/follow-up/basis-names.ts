/** Why we may contact someone who has not said so themselves (C9); plain, so that a browser can name them. */
export const basisKinds = ["inquiry", "customer", "gave_address", "work_role", "looked_up"] as const;

export const basisNames: Record<(typeof basisKinds)[number], string> = {
  inquiry: "They asked us about it",
  customer: "They bought something like it from us",
  gave_address: "They gave us this address for this",
  work_role: "It concerns their work, and the address is public for that",
  looked_up: "Looked up today: the number is on no do-not-call list",
};
