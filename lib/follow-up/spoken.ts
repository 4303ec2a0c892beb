import { z } from "zod";

import { spokenLanguages } from "./language-names.ts";

/** The languages in which we speak to prospects: their page, and mail about it. */
export const Spoken = z.enum(spokenLanguages);
export type Spoken = z.infer<typeof Spoken>;

/** Of languages as a record or a browser names them ("de-AT", "fr;q=0.8, en"), in order of wish, the first that we speak; else English. */
export function spokenOf(...wishes: (string | null | undefined)[]): Spoken {
  for (const wish of wishes) {
    for (const name of (wish ?? "").slice(0, 200).toLowerCase().split(",")) {
      const known = Spoken.safeParse(name.trim().split(/[-_;]/, 1)[0]);
      if (known.success) return known.data;
    }
  }
  return "en";
}
