import { type Spoken, spokenOf } from "#lib/follow-up/spoken.ts";
import type { StopOnly } from "#lib/preferences/find-by-token.ts";
import { plainPage, text } from "../plain-page.ts";

type Words = { title: string; what: string; button: string; fresh: string; done: string; then: string };

const words: Record<Spoken, (organisation: string) => Words> = {
  en: (organisation) => ({
    title: "This link no longer shows your page",
    what: `It is old, or ${organisation} took it back. It can still do one thing: stop all contact, at once and for everyone at ${organisation}.`,
    button: "Stop all contact",
    fresh: "Have a fresh link mailed to you",
    done: "All contact is stopped",
    then: `Nobody at ${organisation} writes or calls from now on. What was planned is taken off. Only you can change that.`,
  }),
  de: (organisation) => ({
    title: "Dieser Link zeigt Ihre Seite nicht mehr",
    what: `Er ist alt, oder ${organisation} hat ihn zurückgenommen. Eines kann er noch: jeden Kontakt stoppen, sofort und für alle bei ${organisation}.`,
    button: "Jeden Kontakt stoppen",
    fresh: "Lassen Sie sich einen neuen Link schicken",
    done: "Jeder Kontakt ist gestoppt",
    then: `Ab jetzt schreibt Ihnen niemand von ${organisation}, und niemand ruft Sie an. Was geplant war, ist gestrichen. Nur Sie können das ändern.`,
  }),
  fr: (organisation) => ({
    title: "Ce lien ne montre plus votre page",
    what: `Il est ancien, ou ${organisation} l’a retiré. Il permet encore une chose : arrêter tout contact, tout de suite et pour tout le monde chez ${organisation}.`,
    button: "Arrêter tout contact",
    fresh: "Recevoir un nouveau lien par e-mail",
    done: "Tout contact est arrêté",
    then: `Désormais plus personne chez ${organisation} ne vous écrit ni ne vous appelle. Ce qui était prévu est annulé. Il n’y a que vous qui puissiez changer cela.`,
  }),
  es: (organisation) => ({
    title: "Este enlace ya no muestra su página",
    what: `Es antiguo, o ${organisation} lo ha retirado. Todavía sirve para una cosa: detener todo contacto, de inmediato y para todos en ${organisation}.`,
    button: "Detener todo contacto",
    fresh: "Reciba un enlace nuevo por correo",
    done: "Todo contacto está detenido",
    then: `Desde ahora nadie de ${organisation} le escribe ni le llama. Lo previsto queda anulado. Solo usted puede cambiarlo.`,
  }),
};

/** What a link that shows nothing any more still offers (C4): one button, and nothing of what is held. */
export function stopOnlyPage(request: Request, token: string, { organisation, language }: StopOnly): Response {
  const spoken = spokenOf(language, request.headers.get("accept-language"));
  const { title, what, button, fresh, done, then } = words[spoken](organisation);
  const link = `<p><a href="/preferences/lost">${text(fresh)}</a></p>`;
  if (new URL(request.url).searchParams.get("done") === "stop")
    return plainPage(request, { language: spoken, title: done, body: `<p>${text(then)}</p>${link}` });
  const body = `<p>${text(what)}</p>
<form method="post" action="/preferences/${encodeURIComponent(token)}/choose">
<input type="hidden" name="action" value="stop">
<input type="hidden" name="lang" value="${spoken}">
<button>${text(button)}</button>
</form>
${link}`;
  return plainPage(request, { language: spoken, title, body });
}
