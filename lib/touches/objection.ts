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

/** What an answer to such a no has to bring, for whoever considers one (C5, C6). */
export const mustAnswer: Record<ObjectionKind, string> = {
  reflex: "Say in a sentence what is in it for them, with one thing they have not seen. Once, and the same way.",
  timing: "Show what is worth their time now, or take the day they name.",
  price: "Show what it saves or earns them, or a smaller first step.",
  authority: "Bring something useful to whoever decides, and make it easy to pass on.",
  need: "Come back to something they said matters, with evidence that it does.",
  rival: "Show what differs for their case, with no word against the other.",
  final: "Nothing. This no is the last word.",
};
