import { type Html, html, type Piece } from "#lib/preferences/html.ts";
import { sayTerms } from "#lib/preferences/say-terms.ts";
import { press, type View } from "./view.ts";

/** What stands now, and two answers to it of the same size: stay, or stop (C4). */
export function standingNow(view: View): Html {
  const { page, words, say, today } = view;
  const { terms, stoppedAt, organisation } = page;
  if (stoppedAt) return stoppedNow(view, stoppedAt);
  const wishes = terms ? sayTerms(terms, words, say, today) : [];
  return html`
    <section class="now">
      <h2 class="small">${heading(view)}</h2>
      ${
        wishes.length > 0
          ? html`<ul>
              ${wishes.map((wish) => html`<li>${wish}</li>`)}
            </ul>`
          : html`<p>${terms ? words.terms.nothing : words.now.notAsked}</p>`
      }
      <div class="answers">${stay(view)}${press(view, "stop", words.buttons.stop)}</div>
      <p class="hint">${terms?.channels && `${words.now.onePress} `}${words.stop.means(organisation.name)}</p>
    </section>
  `;
}

function stoppedNow(view: View, stoppedAt: Date): Html {
  const { page, words, say } = view;
  return html`
    <section class="now">
      <h2 class="small">${words.now.stopped(say.dayOf(stoppedAt))}</h2>
      <p>${words.now.stoppedMeans(page.organisation.name)}</p>
      ${
        page.undoUntil &&
        html`<div class="answers">${press(view, "undo-stop", words.buttons["undo-stop"])}</div>
          <p class="hint">${words.now.undoUntil(say.clock(page.undoUntil))}</p>`
      }
    </section>
  `;
}

function heading({ page: { terms }, words, say }: View): string {
  if (!terms) return words.now.notChosen;
  const day = say.dayOf(terms.saidOn);
  return terms.saidBy === "person" ? words.now.asked(day) : words.now.noted(day);
}

/** Comes back from a pause, says again what stands, or leads to the choices: for one who only wanted to look. */
function stay(view: View): Piece {
  const { page, words, values, today } = view;
  if (page.terms?.pausedUntil && page.terms.pausedUntil > today) return press(view, "resume", words.buttons.resume);
  if (!page.terms?.channels) return html`<a class="button" href="#choose">${words.buttons.below}</a>`;
  return press(view, "save", words.buttons.keep, {
    "channels[]": values.channels,
    "days[]": values.days,
    rate: values.rate,
    "hours.when": values.when,
    "hours.from": values.from,
    "hours.to": values.to,
    timeZone: values.timeZone,
    "topics[]": values.topics,
    ...(page.terms.language && { language: page.terms.language }),
  });
}
