/** The pipeline a new organisation starts with. `usualDays` is how long a deal usually stands there; 0 where it ends. */
export const startingStages = [
  { name: "New", kind: "open", usualDays: 5 },
  { name: "Talking", kind: "open", usualDays: 10 },
  { name: "Evaluation", kind: "open", usualDays: 20 },
  { name: "Proposal", kind: "open", usualDays: 15 },
  { name: "Won", kind: "won", usualDays: 0 },
  { name: "Lost", kind: "lost", usualDays: 0 },
] as const;
