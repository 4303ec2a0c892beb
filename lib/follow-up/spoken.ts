import { z } from "zod";

/** The languages in which we speak to prospects: their page, and mail about it. */
export const Spoken = z.enum(["en", "de", "fr", "es"]);
export type Spoken = z.infer<typeof Spoken>;

/** Each in its own words, for whoever chooses. */
export const spokenNames: Record<Spoken, string> = { en: "English", de: "Deutsch", fr: "Français", es: "Español" };

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
