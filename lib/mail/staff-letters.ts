import type { Spoken } from "#lib/follow-up/spoken.ts";
import type { Letter } from "#lib/mail/message.ts";

type Words<T> = Record<Spoken, (about: T) => Letter>;

/** A place in the team for somebody new. */
export const invitationLetter: Words<{ url: string; by: string; organisation: string; days: number }> = {
  en: ({ url, by, organisation, days }) => ({
    subject: `${organisation} invites you to Tactful`,
    paragraphs: [
      `${by} has made you a place in Tactful, where ${organisation} plans its follow-ups. Choose a password, and you are in:\n${url}`,
      `The link works once, within ${days} days.`,
    ],
    why: `You get this message because ${by} entered your address. If you do not know them, ignore it: without the link there is no account.`,
  }),
  de: ({ url, by, organisation, days }) => ({
    subject: `${organisation} lädt Sie zu Tactful ein`,
    paragraphs: [
      `${by} hat Ihnen einen Platz in Tactful eingerichtet, wo ${organisation} Kontakte plant. Wählen Sie ein Passwort, dann sind Sie dabei:\n${url}`,
      `Der Link gilt einmal, innerhalb von ${days} Tagen.`,
    ],
    why: `Sie erhalten diese Nachricht, weil ${by} Ihre Adresse eingegeben hat. Falls Ihnen das nichts sagt, ignorieren Sie sie: Ohne den Link entsteht kein Konto.`,
  }),
  fr: ({ url, by, organisation, days }) => ({
    subject: `${organisation} vous invite sur Tactful`,
    paragraphs: [
      `${by} vous a ouvert une place dans Tactful, où ${organisation} planifie ses relances. Choisissez un mot de passe et vous y êtes :\n${url}`,
      `Le lien fonctionne une fois, pendant ${days} jours.`,
    ],
    why: `Vous recevez ce message parce que ${by} a saisi votre adresse. Si cela ne vous dit rien, ignorez-le : sans le lien, aucun compte n’est créé.`,
  }),
  es: ({ url, by, organisation, days }) => ({
    subject: `${organisation} le invita a Tactful`,
    paragraphs: [
      `${by} le ha abierto un sitio en Tactful, donde ${organisation} planifica sus seguimientos. Elija una contraseña y ya está dentro:\n${url}`,
      `El enlace funciona una vez, durante ${days} días.`,
    ],
    why: `Recibe este mensaje porque ${by} introdujo su dirección. Si no le dice nada, ignórelo: sin el enlace no se crea ninguna cuenta.`,
  }),
};

/** A new password. `until` is an instant in words; `by` is the admin who ended the old one, or null when it was forgotten: then the old one still works. */
export const passwordLetter: Words<{ url: string; by: string | null; until: string }> = {
  en: ({ url, by, until }) => ({
    subject: "Choose a new password for Tactful",
    paragraphs: [
      `${by ? `${by} has reset your sign-in.` : "A new password was asked for your account."} Choose it here:\n${url}`,
      `The link works once, until ${until}. ${by ? "Your old password works no more." : "Your old password works until you have chosen a new one."}`,
    ],
    why: by
      ? `You get this message because ${by}, an admin of yours, asked for it.`
      : "You get this message because your address was typed on the sign-in page. If that was not you, ignore it: nothing has changed.",
  }),
  de: ({ url, by, until }) => ({
    subject: "Wählen Sie ein neues Passwort für Tactful",
    paragraphs: [
      `${by ? `${by} hat Ihre Anmeldung zurückgesetzt.` : "Für Ihr Konto wurde ein neues Passwort angefordert."} Wählen Sie es hier:\n${url}`,
      `Der Link gilt einmal, bis ${until}. ${by ? "Ihr altes Passwort gilt nicht mehr." : "Ihr altes Passwort gilt, bis Sie ein neues gewählt haben."}`,
    ],
    why: by
      ? `Sie erhalten diese Nachricht, weil ${by} aus Ihrer Administration sie angefordert hat.`
      : "Sie erhalten diese Nachricht, weil Ihre Adresse auf der Anmeldeseite eingegeben wurde. Falls Sie das nicht waren, ignorieren Sie sie: Es hat sich nichts geändert.",
  }),
  fr: ({ url, by, until }) => ({
    subject: "Choisissez un nouveau mot de passe pour Tactful",
    paragraphs: [
      `${by ? `${by} a réinitialisé votre connexion.` : "Un nouveau mot de passe a été demandé pour votre compte."} Choisissez-le ici :\n${url}`,
      `Le lien fonctionne une fois, jusqu’au ${until}. ${by ? "Votre ancien mot de passe ne fonctionne plus." : "Votre ancien mot de passe reste valable jusqu’à ce que vous en ayez choisi un autre."}`,
    ],
    why: by
      ? `Vous recevez ce message parce que ${by}, de votre administration, l’a demandé.`
      : "Vous recevez ce message parce que votre adresse a été saisie sur la page de connexion. Si ce n’était pas vous, ignorez-le : rien n’a changé.",
  }),
  es: ({ url, by, until }) => ({
    subject: "Elija una nueva contraseña para Tactful",
    paragraphs: [
      `${by ? `${by} ha restablecido su acceso.` : "Se ha pedido una nueva contraseña para su cuenta."} Elíjala aquí:\n${url}`,
      `El enlace funciona una vez, hasta ${until}. ${by ? "Su contraseña anterior ya no funciona." : "Su contraseña anterior funciona hasta que elija una nueva."}`,
    ],
    why: by
      ? `Recibe este mensaje porque lo ha pedido ${by}, de su administración.`
      : "Recibe este mensaje porque su dirección se escribió en la página de acceso. Si no fue usted, ignórelo: nada ha cambiado.",
  }),
};
