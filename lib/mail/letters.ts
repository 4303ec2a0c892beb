import type { Spoken } from "#lib/follow-up/spoken.ts";
import type { Letter } from "#lib/mail/message.ts";

type Words<T> = Record<Spoken, (about: T) => Letter>;

/** C1: asks how they want to be contacted, and for nothing else. `days`: for how long nobody asks again. */
export const askLetter: Words<{ url: string; rep: string; organisation: string; days: number }> = {
  en: ({ url, rep, organisation, days }) => ({
    subject: "How would you like to hear from us?",
    paragraphs: [
      `${rep} from ${organisation} would like to keep in touch in the way that suits you: by which means, how often, at which times – or not at all.`,
      `This page is yours. It takes a minute and needs no password:\n${url}`,
      `What you choose counts at once, for everyone at ${organisation}. You need not answer; we will not ask again for at least ${days} days.`,
    ],
    why: `You get this one message because ${organisation} keeps your address on record and you have not yet been asked. It advertises nothing and does not tell us whether you read it.`,
  }),
  de: ({ url, rep, organisation, days }) => ({
    subject: "Wie möchten Sie von uns hören?",
    paragraphs: [
      `${rep} von ${organisation} möchte so mit Ihnen in Kontakt bleiben, wie es Ihnen passt: auf welchem Weg, wie oft, zu welchen Zeiten – oder gar nicht.`,
      `Diese Seite gehört Ihnen. Sie kostet eine Minute und braucht kein Passwort:\n${url}`,
      `Was Sie wählen, gilt sofort, für alle bei ${organisation}. Sie müssen nicht antworten; wir fragen mindestens ${days} Tage lang nicht noch einmal.`,
    ],
    why: `Sie erhalten diese eine Nachricht, weil ${organisation} Ihre Adresse gespeichert hat und Sie noch nicht gefragt wurden. Sie wirbt für nichts und verrät uns nicht, ob Sie sie lesen.`,
  }),
  fr: ({ url, rep, organisation, days }) => ({
    subject: "Comment souhaitez-vous avoir de nos nouvelles ?",
    paragraphs: [
      `${rep}, de ${organisation}, souhaite garder le contact de la façon qui vous convient : par quel moyen, à quel rythme, à quels moments – ou pas du tout.`,
      `Cette page est la vôtre. Elle prend une minute et ne demande pas de mot de passe :\n${url}`,
      `Votre choix vaut immédiatement, pour tout le monde chez ${organisation}. Rien ne vous oblige à répondre ; nous ne reposerons pas la question avant au moins ${days} jours.`,
    ],
    why: `Vous recevez ce seul message parce que ${organisation} conserve votre adresse et que la question ne vous a pas encore été posée. Il ne fait aucune publicité et ne nous dit pas si vous l’avez lu.`,
  }),
  es: ({ url, rep, organisation, days }) => ({
    subject: "¿Cómo prefiere que le contactemos?",
    paragraphs: [
      `${rep}, de ${organisation}, quiere mantener el contacto de la manera que le convenga: por qué medio, con qué frecuencia, a qué horas, o de ninguna.`,
      `Esta página es suya. Le llevará un minuto y no necesita contraseña:\n${url}`,
      `Lo que elija vale de inmediato, para todo el mundo en ${organisation}. No está obligado a responder; no volveremos a preguntar durante al menos ${days} días.`,
    ],
    why: `Recibe este único mensaje porque ${organisation} conserva su dirección y todavía no se le ha preguntado. No anuncia nada y no nos dice si lo ha leído.`,
  }),
};

/** Their own link again, because somebody typed their address. */
export const linkLetter: Words<{ urls: string[]; organisation: string }> = {
  en: ({ urls, organisation }) => ({
    subject: `Your page at ${organisation}`,
    paragraphs: [
      `Here you see and decide how ${organisation} contacts you, or that nobody does:\n${urls.join("\n")}`,
      "Links you had before keep working. If you did not ask for this, nothing has changed and you can delete it.",
    ],
    why: "You get this message because your address was typed on our page for lost links.",
  }),
  de: ({ urls, organisation }) => ({
    subject: `Ihre Seite bei ${organisation}`,
    paragraphs: [
      `Hier sehen und bestimmen Sie, wie ${organisation} Sie kontaktiert, oder dass es niemand tut:\n${urls.join("\n")}`,
      "Frühere Links gelten weiter. Falls Sie das nicht angefordert haben, hat sich nichts geändert und Sie können die Nachricht löschen.",
    ],
    why: "Sie erhalten diese Nachricht, weil Ihre Adresse auf unserer Seite für verlorene Links eingegeben wurde.",
  }),
  fr: ({ urls, organisation }) => ({
    subject: `Votre page chez ${organisation}`,
    paragraphs: [
      `Vous y voyez et décidez comment ${organisation} vous contacte, ou que personne ne le fasse :\n${urls.join("\n")}`,
      "Vos liens précédents restent valables. Si vous n’avez rien demandé, rien n’a changé et vous pouvez supprimer ce message.",
    ],
    why: "Vous recevez ce message parce que votre adresse a été saisie sur notre page des liens perdus.",
  }),
  es: ({ urls, organisation }) => ({
    subject: `Su página en ${organisation}`,
    paragraphs: [
      `Aquí ve y decide cómo le contacta ${organisation}, o que nadie lo haga:\n${urls.join("\n")}`,
      "Los enlaces anteriores siguen funcionando. Si no lo ha pedido usted, nada ha cambiado y puede borrar este mensaje.",
    ],
    why: "Recibe este mensaje porque su dirección se escribió en nuestra página de enlaces perdidos.",
  }),
};
