import type { Plan } from "#lib/follow-up/plan.ts";
import type { Voicemail } from "#lib/touches/voicemail.ts";

/** What a call or a letter to somebody begins with. */
export type Reach = {
  name: string;
  /** Their zone where it is known. */
  theirZone: string | null;
  phone: string | null;
  email: string | null;
  subject: string;
  draft: string;
  voicemail: Voicemail;
  /** Where a new plan with them begins. */
  plan: Plan;
};
