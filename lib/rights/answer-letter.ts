import type { Spoken } from "#lib/follow-up/spoken.ts";
import type { Letter } from "#lib/mail/message.ts";
import type { Ground, RequestKind } from "#lib/rights/request.ts";
import { sayDayIn, wordsIn } from "#lib/rights/words.ts";

/** What became of a request, or by when it is answered after all. Days are calendar days. */
export type Answer = {
  kind: RequestKind;
  asked: string;
  became: { as: "done" } | { as: "refused"; ground: Ground } | { as: "extended"; dueOn: string };
  /** What the admin wrote. */
  words: string;
};

type About = { url: string };
type Phrases = {
  subject: string;
  asked: (what: string, day: string) => string;
  done: string;
  refused: (ground: string) => string;
  later: (day: string) => string;
  page: string;
  right: string;
  why: string;
};

const phrases: Record<Spoken, Phrases> = {
  en: {
    subject: "What you asked about your data",
    asked: (what, day) => `Your request of ${day}: ${what}.`,
    done: "That is done.",
    refused: (ground) => `We cannot do that: ${ground}.`,
    later: (day) => `It takes longer than we hoped. You get our answer by ${day}.`,
    page: "Everything we hold about you, and this answer, is on your own page:",
    right: "If you see it differently, you can turn to the data protection authority where you live.",
    why: "You get this message because you asked us about your data.",
  },
  de: {
    subject: "Ihre Anfrage zu Ihren Daten",
    asked: (what, day) => `Ihr Anliegen vom ${day}: ${what}.`,
    done: "Das ist erledigt.",
    refused: (ground) => `Das können wir nicht tun: ${ground}.`,
    later: (day) => `Es dauert länger als erhofft. Sie bekommen unsere Antwort bis ${day}.`,
    page: "Alles, was wir über Sie gespeichert haben, und diese Antwort finden Sie auf Ihrer eigenen Seite:",
    right: "Wenn Sie das anders sehen, können Sie sich an die Datenschutzbehörde Ihres Wohnorts wenden.",
    why: "Sie erhalten diese Nachricht, weil Sie sich wegen Ihrer Daten an uns gewandt haben.",
  },
  fr: {
    subject: "Votre demande au sujet de vos données",
    asked: (what, day) => `Votre demande du ${day} : ${what}.`,
    done: "C’est fait.",
    refused: (ground) => `Nous ne pouvons pas le faire : ${ground}.`,
    later: (day) => `Il faut plus de temps que prévu. Vous aurez notre réponse au plus tard le ${day}.`,
    page: "Tout ce que nous conservons à votre sujet, ainsi que cette réponse, se trouve sur votre page :",
    right: "Si vous n’êtes pas d’accord, vous pouvez vous adresser à l’autorité de protection des données de votre lieu de résidence.",
    why: "Vous recevez ce message parce que vous nous avez fait une demande au sujet de vos données.",
  },
  es: {
    subject: "Su petición sobre sus datos",
    asked: (what, day) => `Su petición del ${day}: ${what}.`,
    done: "Está hecho.",
    refused: (ground) => `No podemos hacerlo: ${ground}.`,
    later: (day) => `Tarda más de lo que esperábamos. Tendrá nuestra respuesta a más tardar el ${day}.`,
    page: "Todo lo que guardamos sobre usted, y esta respuesta, está en su propia página:",
    right: "Si no está de acuerdo, puede dirigirse a la autoridad de protección de datos de donde vive.",
    why: "Recibe este mensaje porque nos pidió algo sobre sus datos.",
  },
};

/** The answer as it leaves by mail: what was asked, what became of it, the admin's words, and where to read it again (GDPR Art. 12(3)–(4)). */
export function answerLetter(language: Spoken, { kind, asked, became, words }: Answer, { url }: About): Letter {
  const say = phrases[language];
  const { asks, grounds } = wordsIn[language];
  const outcome =
    became.as === "done"
      ? say.done
      : became.as === "refused"
        ? say.refused(grounds[became.ground])
        : say.later(sayDayIn(language, became.dueOn));
  const told = [
    say.asked(asks[kind], sayDayIn(language, asked)),
    outcome,
    words,
    `${say.page}\n${url}`,
    became.as === "refused" ? say.right : "",
  ];
  return { subject: say.subject, paragraphs: told.filter(Boolean), why: say.why };
}
