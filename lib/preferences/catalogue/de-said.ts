import type { SaidWords } from "#lib/preferences/catalogue/en-said.ts";

export const deSaid: SaidWords = {
  statements: {
    save: (organisation) =>
      `Kontaktieren Sie mich auf den Wegen, die ich angekreuzt habe, so oft und zu den Zeiten, die ich gewählt habe. Das gilt ab sofort, für alle bei ${organisation}.`,
    pause: () => "Bis zu dem Tag, den ich gewählt habe, kontaktiert mich niemand.",
    resume: () => "Sie dürfen mich wieder kontaktieren, so wie ich es gewählt habe.",
    "call-back": () => "Melden Sie sich an dem Tag, den ich gewählt habe. Bis dahin bittet mich niemand um etwas.",
    stop: (organisation) => `Niemand bei ${organisation} schreibt mir mehr, und niemand ruft mich mehr an.`,
    "undo-stop": () => "Ich habe jeden Kontakt aus Versehen gestoppt. Alles ist wie zuvor.",
    "stop-channel": (organisation) => `Das gilt sofort, für alle bei ${organisation}.`,
    "allow-channel": (organisation) => `${organisation} darf mich auf diesem Weg wieder kontaktieren.`,
    "stop-topic": (organisation) => `Das gilt sofort, für alle bei ${organisation}.`,
    "allow-topic": (organisation) => `${organisation} darf mir dazu wieder etwas bringen.`,
  },

  done: {
    save: ["Gespeichert", "Daran halten wir uns ab jetzt."],
    pause: ["Ruhe bis dahin", "Vor diesem Tag kontaktiert Sie niemand. Sie können die Pause früher beenden oder ganz stoppen."],
    resume: ["Willkommen zurück", "Die Pause ist vorbei. Wir dürfen Sie wieder kontaktieren, so wie Sie es gewählt haben."],
    "call-back": ["Dann melden wir uns", "Bis zu diesem Tag bittet Sie niemand um etwas."],
    stop: [
      "Gestoppt",
      "Niemand kontaktiert Sie mehr, auf keinem Weg. Niemand bei uns kann das rückgängig machen, egal in welcher Rolle; nur Sie. Sie bekommen keine Bestätigung per Nachricht: Diese Seite ist der Beleg, und ihre Adresse bleibt gültig.",
    ],
    "undo-stop": ["Rückgängig gemacht", "Alles ist wie zuvor. Was geplant war, bleibt gestrichen."],
    "stop-channel": ["Auf diesem Weg gestoppt", "Das gilt sofort, für alle hier."],
    "allow-channel": ["Wieder erlaubt", "Auf diesem Weg dürfen wir Sie wieder kontaktieren."],
    "stop-topic": ["Notiert", "Sie bekommen nichts mehr, bei dem es nur darum geht."],
    "allow-topic": ["Notiert", "Dazu dürfen Sie wieder von uns hören."],
    accept: ["Danke", "Ihr Ja ist notiert."],
    "another-time": ["Gestrichen", "Ihr Kontakt sieht Ihren Wunsch und schlägt einen anderen Zeitpunkt vor."],
    "not-this": ["Gestrichen", "Ihr Kontakt sieht, dass Sie das nicht möchten."],
    react: ["Danke", "Das hilft uns, Ihnen Besseres zu bringen."],
    "confirm-step": ["Danke", "Wir sehen es beide gleich."],
    "correct-step": ["Danke", "Ihr Kontakt sieht Ihre Worte."],
    refer: ["Danke", "Es ist bei Ihrem Namen notiert. Niemand wurde angemeldet."],
  },
  taken: (count) => (count === 1 ? "Ein geplanter Kontakt wurde gestrichen." : `${count} geplante Kontakte wurden gestrichen.`),
  everyone: (organisation) => `Alle bei ${organisation} sehen das und halten sich daran.`,
  nothingSaved: "Es wurde noch nichts gespeichert.",

  problems: {
    noChannel: "Kreuzen Sie mindestens einen Weg an. Wenn Sie keinen möchten, drücken Sie „Jeden Kontakt stoppen“.",
    rate: "Wählen Sie, wie oft höchstens.",
    hour: "Wählen Sie eine Uhrzeit.",
    hours: "Wählen Sie eine Tageszeit.",
    hoursOrder: "Wählen Sie ein Ende nach dem Beginn.",
    zone: "Wählen Sie, wo Sie sind.",
    day: "Wählen Sie einen Tag.",
    dayPast: "Wählen Sie einen Tag nach heute.",
    dayFar: "Wählen Sie einen Tag in den nächsten fünf Jahren.",
    words: "Schreiben Sie ein paar Worte, höchstens 300 Zeichen.",
    undoOver: "Die zehn Minuten sind vorbei. Wählen Sie unten, wie wir Sie kontaktieren dürfen.",
    stopped: "Sie haben jeden Kontakt gestoppt. Wählen Sie zuerst unten, wie wir Sie kontaktieren dürfen.",
    ownMailbox:
      "Dafür müssen wir sicher sein, dass Sie es sind. Lassen Sie sich unter /preferences/lost einen neuen Link in Ihr Postfach schicken und versuchen Sie es damit noch einmal.",
    gone: "Das gibt es nicht mehr. So ist der Stand jetzt.",
    failed: "Das hat nicht geklappt, und nichts hat sich geändert. Bitte versuchen Sie es noch einmal.",
    check: "Bitte prüfen Sie, was Sie gewählt haben.",
    tooMany: "Das war sehr oft in kurzer Zeit. Nichts hat sich geändert; bitte warten Sie ein paar Minuten. Ein Stopp geht immer durch.",
  },
};
