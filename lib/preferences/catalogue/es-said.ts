import type { SaidWords } from "#lib/preferences/catalogue/en-said.ts";

export const esSaid: SaidWords = {
  statements: {
    save: (organisation) =>
      `Contáctenme por los medios que he marcado, con la frecuencia y en las horas que he elegido. Vale desde ahora, para todos en ${organisation}.`,
    pause: () => "Nadie me contacta hasta el día que he elegido.",
    resume: () => "Pueden contactarme de nuevo, como he elegido.",
    "call-back": () => "Vuelvan a contactarme el día que he elegido. Hasta entonces nadie me pide nada.",
    stop: (organisation) => `Nadie de ${organisation} vuelve a escribirme ni a llamarme.`,
    "undo-stop": () => "Detuve todo contacto por error. Todo queda como antes.",
    "stop-channel": (organisation) => `Vale al momento, para todos en ${organisation}.`,
    "allow-channel": (organisation) => `${organisation} puede contactarme de nuevo por este medio.`,
    "stop-topic": (organisation) => `Vale al momento, para todos en ${organisation}.`,
    "allow-topic": (organisation) => `${organisation} puede traerme de nuevo cosas sobre ello.`,
  },

  done: {
    save: ["Guardado", "Lo respetamos desde ahora."],
    pause: ["Tranquilidad hasta entonces", "Nadie le contacta antes de ese día. Puede volver antes, o detenerlo del todo."],
    resume: ["Nos alegra saber de usted", "La pausa ha terminado. Podemos contactarle de nuevo, como usted eligió."],
    "call-back": ["Entonces le contactamos", "Hasta ese día nadie le pide nada."],
    stop: [
      "Detenido",
      "Nadie volverá a contactarle, por ningún medio. Aquí nadie puede anularlo, sea cual sea su cargo; solo usted. No recibirá ningún mensaje de confirmación: esta página es la prueba, y su dirección sigue valiendo.",
    ],
    "undo-stop": ["Anulado", "Todo queda como antes. Lo que estaba previsto sigue retirado."],
    "stop-channel": ["Detenido por este medio", "Vale al momento, para todos aquí."],
    "allow-channel": ["Permitido de nuevo", "Podemos contactarle de nuevo por este medio."],
    "stop-topic": ["Anotado", "No recibirá nada más que trate solo de esto."],
    "allow-topic": ["Anotado", "Podrá saber de nuevo sobre esto."],
    accept: ["Gracias", "Su sí queda anotado."],
    "another-time": ["Retirado", "Su contacto ve su deseo y propone otro momento."],
    "not-this": ["Retirado", "Su contacto ve que no lo desea."],
    react: ["Gracias", "Nos ayuda a traerle cosas mejores."],
    "confirm-step": ["Gracias", "Los dos lo vemos igual."],
    "correct-step": ["Gracias", "Su contacto ve sus palabras."],
    refer: ["Gracias", "Queda anotado junto a su nombre. No se ha apuntado a nadie."],
  },
  taken: (count) => (count === 1 ? "Se ha retirado un contacto previsto." : `Se han retirado ${count} contactos previstos.`),
  everyone: (organisation) => `Todos en ${organisation} lo ven y lo respetan.`,
  nothingSaved: "Todavía no se ha guardado nada.",

  problems: {
    noChannel: "Marque al menos un medio. Si no quiere ninguno, pulse «Detener todo contacto».",
    rate: "Elija cada cuánto como mucho.",
    hour: "Elija una hora.",
    hours: "Elija un momento del día.",
    hoursOrder: "Elija un final posterior al comienzo.",
    zone: "Elija dónde está.",
    day: "Elija un día.",
    dayPast: "Elija un día posterior a hoy.",
    dayFar: "Elija un día dentro de los próximos cinco años.",
    words: "Escriba unas palabras, 300 caracteres como mucho.",
    undoOver: "Los diez minutos han pasado. Elija abajo cómo podemos contactarle.",
    stopped: "Usted detuvo todo contacto. Elija primero abajo cómo podemos contactarle.",
    ownMailbox:
      "Para eso tenemos que estar seguros de que es usted. Pida un enlace nuevo a su propio buzón en /preferences/lost e inténtelo de nuevo.",
    gone: "Eso ya no está. Así están las cosas ahora.",
    failed: "No ha funcionado, y nada ha cambiado. Por favor, inténtelo de nuevo.",
    check: "Por favor, revise lo que ha elegido.",
    tooMany: "Han sido muchas veces en poco tiempo. Nada ha cambiado; por favor, espere unos minutos. Detener siempre funciona.",
  },
};
