/** The languages in which we speak to prospects; plain, so that a browser can name them. */
export const spokenLanguages = ["en", "de", "fr", "es"] as const;

export const languageNames: Record<(typeof spokenLanguages)[number], string> = { en: "English", de: "German", fr: "French", es: "Spanish" };

/** Each as those call it who speak it. */
export const ownNames: Record<(typeof spokenLanguages)[number], string> = { en: "English", de: "Deutsch", fr: "Français", es: "Español" };
