import type { PreferencePage } from "#lib/preferences/find-by-token.ts";
import { type Html, html, type Piece } from "#lib/preferences/html.ts";
import { form, hidden, press, section, type View } from "./view.ts";

/** What is planned with them, as far as the rep shows it: the kind and a rough week, never the hour or the content (G1). */
export const planned = (view: View): Html =>
  section(
    "planned",
    view.words.planned.title,
    list(view.page.planned, (each) => plan(view, each)),
  );

function plan(view: View, { id, channel, at, accepted }: PreferencePage["planned"][number]): Piece {
  const { words, say } = view;
  const what = words.planned.week(words.plannedKinds[channel], say.weekOf(at));
  const fields = { followUpId: id };
  return html`
    <p>${what}</p>
    ${accepted && html`<p class="heard">${words.planned.accepted}</p>`}
    <div class="answers">
      ${!accepted && press(view, "accept", words.buttons.accept, fields, what)}${press(view, "not-this", words.buttons["not-this"], fields, what)}
    </div>
    ${inWords(view, "another-time", words.buttons["another-time"], words.planned.wish, "wish", what, hidden("followUpId", id))}
  `;
}

/** What they had from us, and one tap for whether it was of use (V4). */
export const received = (view: View): Html =>
  section("received", view.words.received.title, [
    html`<p>${view.words.received.ask}</p>`,
    list(view.page.received, (each) => share(view, each)),
  ]);

function share(view: View, { id, title, url, at, reaction }: PreferencePage["received"][number]): Piece {
  const { words, say } = view;
  const one = (said: "useful" | "not_useful") => press(view, "react", words.buttons[said], { shareId: id, reaction: said }, title);
  return html`
    <p>${url ? html`<a href="${url}" rel="noreferrer noopener external">${title}</a>` : title}</p>
    <p class="hint">${words.received.on(say.dayOf(at))}</p>
    ${reaction && words.received.said[reaction] && html`<p class="heard">${words.received.said[reaction]}</p>`}
    <div class="answers small">${one("useful")}${one("not_useful")}</div>
  `;
}

/** What we noted as agreed: theirs to confirm, or to put right (G1). */
export const steps = (view: View): Html =>
  section(
    "step",
    view.words.step.title,
    list(view.page.steps, (each) => step(view, each)),
  );

function step(view: View, { id, what, owedBy, dueOn, confirmed, correction }: PreferencePage["steps"][number]): Piece {
  const { words, say } = view;
  const day = dueOn ? say.day(dueOn) : "";
  return html`
    <p>${owedBy === "us" ? words.step.ours(what, day) : words.step.yours(what, day)}</p>
    ${confirmed && html`<p class="heard">${words.step.confirmed}</p>`}${
      correction && html`<p class="heard">${words.step.corrected(correction)}</p>`
    }
    ${!confirmed && html`<div class="answers">${press(view, "confirm-step", words.buttons["confirm-step"], { stepId: id }, what)}</div>`}
    ${inWords(view, "correct-step", words.buttons["correct-step"], words.step.not, "correction", what, hidden("stepId", id))}
  `;
}

/** Somebody else, as a note: nobody is created or signed up by it (P1). */
export const referral = (view: View): Html =>
  section("someone-else", view.words.referral.title, [
    html`<p>${view.words.referral.text}</p>`,
    form(view, "refer", [
      textField(view.words.referral.who, "who"),
      html`<button class="button narrow">${view.words.buttons.refer}</button>`,
    ]),
  ]);

/** An answer in their own words, folded away until it is wanted. */
const inWords = (
  view: View,
  action: "another-time" | "correct-step",
  label: string,
  question: string,
  name: string,
  about: string,
  fields: Piece,
): Html => html`
  <details>
    <summary>${label}<span class="sr">: ${about}</span></summary>
    ${form(view, action, [fields, textField(question, name), html`<button class="button narrow">${label}</button>`])}
  </details>
`;

const textField = (label: string, name: string): Html => html`
  <label class="labelled">${label}<input class="field long" name="${name}" maxlength="300" required /></label>
`;

const list = <T>(items: readonly T[], draw: (item: T) => Piece): Html =>
  html`<ul class="items">
    ${items.map((item) => html`<li>${draw(item)}</li>`)}
  </ul>`;
