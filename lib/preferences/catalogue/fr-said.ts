import type { SaidWords } from "#lib/preferences/catalogue/en-said.ts";

export const frSaid: SaidWords = {
  statements: {
    save: (organisation) =>
      `Contactez-moi par les moyens que j’ai cochés, au rythme et aux heures que j’ai choisis. Cela vaut dès maintenant, pour tous chez ${organisation}.`,
    pause: () => "Personne ne me contacte jusqu’au jour que j’ai choisi.",
    resume: () => "Vous pouvez de nouveau me contacter, comme je l’ai choisi.",
    "call-back": () => "Revenez vers moi le jour que j’ai choisi. D’ici là, personne ne me demande rien.",
    stop: (organisation) => `Plus personne chez ${organisation} ne m’écrit ni ne m’appelle.`,
    "undo-stop": () => "J’ai arrêté tout contact par erreur. Tout est comme avant.",
    "stop-channel": (organisation) => `Cela vaut tout de suite, pour tous chez ${organisation}.`,
    "allow-channel": (organisation) => `${organisation} peut de nouveau me contacter par ce moyen.`,
    "stop-topic": (organisation) => `Cela vaut tout de suite, pour tous chez ${organisation}.`,
    "allow-topic": (organisation) => `${organisation} peut de nouveau m’en apporter.`,
  },

  done: {
    save: ["Enregistré", "Nous le respectons dès maintenant."],
    pause: ["Tranquille jusque-là", "Personne ne vous contacte avant ce jour. Vous pouvez revenir plus tôt, ou arrêter pour de bon."],
    resume: ["Bienvenue à nouveau", "La pause est finie. Nous pouvons de nouveau vous contacter, comme vous l’avez choisi."],
    "call-back": ["Nous reviendrons vers vous", "Jusqu’à ce jour, personne ne vous demande rien."],
    stop: [
      "C’est arrêté",
      "Plus personne ne vous contactera, par aucun moyen. Personne ici ne peut l’annuler, quel que soit son rôle ; il n’y a que vous qui le puissiez. Vous ne recevrez pas de message de confirmation : cette page en est la preuve, et son adresse reste valable.",
    ],
    "undo-stop": ["Annulé", "Tout est comme avant. Ce qui était prévu reste retiré."],
    "stop-channel": ["Arrêté par ce moyen", "Cela vaut tout de suite, pour tous ici."],
    "allow-channel": ["De nouveau accepté", "Nous pouvons de nouveau vous contacter par ce moyen."],
    "stop-topic": ["C’est noté", "Vous ne recevrez plus rien qui ne porte que là-dessus."],
    "allow-topic": ["C’est noté", "Vous pourrez de nouveau en entendre parler."],
    accept: ["Merci", "Votre oui est noté."],
    "another-time": ["Retiré", "Votre contact voit votre souhait et propose un autre moment."],
    "not-this": ["Retiré", "Votre contact voit que vous ne le souhaitez pas."],
    react: ["Merci", "Cela nous aide à vous apporter mieux."],
    "confirm-step": ["Merci", "Nous voyons les choses de la même façon."],
    "correct-step": ["Merci", "Votre contact voit vos mots."],
    refer: ["Merci", "C’est noté à côté de votre nom. Personne n’a été inscrit."],
  },
  taken: (count) => (count === 1 ? "Un contact prévu a été retiré." : `${count} contacts prévus ont été retirés.`),
  everyone: (organisation) => `Tous chez ${organisation} le voient et s’y tiennent.`,
  nothingSaved: "Rien n’a encore été enregistré.",

  problems: {
    noChannel: "Cochez au moins un moyen. Si vous n’en voulez aucun, appuyez sur « Arrêter tout contact ».",
    rate: "Choisissez à quel rythme au plus.",
    hour: "Choisissez une heure.",
    hours: "Choisissez un moment de la journée.",
    hoursOrder: "Choisissez une fin après le début.",
    zone: "Choisissez où vous êtes.",
    day: "Choisissez un jour.",
    dayPast: "Choisissez un jour après aujourd’hui.",
    dayFar: "Choisissez un jour dans les cinq prochaines années.",
    words: "Écrivez quelques mots, 300 caractères au plus.",
    undoOver: "Les dix minutes sont passées. Choisissez ci-dessous comment nous pouvons vous contacter.",
    stopped: "Vous avez arrêté tout contact. Choisissez d’abord ci-dessous comment nous pouvons vous contacter.",
    ownMailbox:
      "Pour cela, nous devons être sûrs que c’est bien vous. Faites-vous envoyer un nouveau lien par e-mail, à l’adresse /preferences/lost, puis réessayez.",
    gone: "Cela n’existe plus. Voici où nous en sommes.",
    failed: "Cela n’a pas marché, et rien n’a changé. Merci de réessayer.",
    check: "Merci de vérifier vos choix.",
    tooMany: "Cela fait beaucoup en peu de temps. Rien n’a changé ; merci d’attendre quelques minutes. Un arrêt passe toujours.",
  },
};
