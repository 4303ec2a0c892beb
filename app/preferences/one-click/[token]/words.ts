import type { Spoken } from "#lib/follow-up/spoken.ts";

type Words = { ask: string; what: string; button: string; done: string; then: string; more: string };

/** What the page behind a mail's “unsubscribe” says; each names the organisation. */
export const words: Record<Spoken, (organisation: string) => Words> = {
  en: (organisation) => ({
    ask: `No more e-mail from ${organisation}?`,
    what: `One press, and nobody at ${organisation} writes to you by e-mail. Opening this page alone changes nothing.`,
    button: "Stop e-mail",
    done: "E-mail is stopped",
    then: `Nobody at ${organisation} writes to you by e-mail from now on. What was planned is taken off. No one there can undo this; only you can, on your own page.`,
    more: "Have the link to your own page mailed to you: there you choose everything else, or stop it all.",
  }),
  de: (organisation) => ({
    ask: `Keine E-Mails mehr von ${organisation}?`,
    what: `Ein Klick, und niemand bei ${organisation} schreibt Ihnen mehr per E-Mail. Das bloße Öffnen dieser Seite ändert nichts.`,
    button: "E-Mails beenden",
    done: "E-Mails sind beendet",
    then: `Ab jetzt schreibt Ihnen niemand bei ${organisation} per E-Mail. Was geplant war, ist gestrichen. Niemand dort kann das rückgängig machen, nur Sie selbst auf Ihrer Seite.`,
    more: "Lassen Sie sich den Link zu Ihrer Seite schicken: Dort wählen Sie alles Weitere oder beenden alles.",
  }),
  fr: (organisation) => ({
    ask: `Ne plus recevoir d’e-mails de ${organisation} ?`,
    what: `Un clic, et plus personne chez ${organisation} ne vous écrit par e-mail. Le simple fait d’ouvrir cette page ne change rien.`,
    button: "Arrêter les e-mails",
    done: "Les e-mails sont arrêtés",
    then: `Désormais plus personne chez ${organisation} ne vous écrit par e-mail. Ce qui était prévu est annulé. Personne là-bas ne peut revenir dessus ; il n’y a que vous qui le puissiez, sur votre page.`,
    more: "Recevez par e-mail le lien de votre page : vous y choisissez tout le reste, ou arrêtez tout.",
  }),
  es: (organisation) => ({
    ask: `¿Ningún correo más de ${organisation}?`,
    what: `Un clic, y nadie en ${organisation} le escribe más por correo electrónico. El mero hecho de abrir esta página no cambia nada.`,
    button: "Detener los correos",
    done: "Los correos están detenidos",
    then: `Desde ahora nadie en ${organisation} le escribe por correo electrónico. Lo previsto queda anulado. Nadie allí puede deshacerlo; solo usted, en su página.`,
    more: "Reciba por correo el enlace de su página: allí elige todo lo demás, o lo detiene todo.",
  }),
};
