/** Why they said no (C6). */
export const objectionKinds = ["reflex", "timing", "price", "authority", "need", "rival", "final"] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

export const objectionNames: Record<ObjectionKind, string> = {
  reflex: "A quick no, without a reason",
  timing: "The time is wrong",
  price: "The price or the effort",
  authority: "Someone else decides",
  need: "They see no need",
  rival: "They chose someone else",
  final: "A clear, final no",
};
