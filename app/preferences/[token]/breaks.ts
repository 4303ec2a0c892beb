import { dateOf, dayOf } from "#lib/follow-up/local-time.ts";
import { type Html, html, type Piece } from "#lib/preferences/html.ts";
import { furthestDay } from "#lib/preferences/next-terms.ts";
import { amiss, choice, form, hidden, pointsTo, press, section, type View } from "./view.ts";

/** "Give me a beat" (C3). */
export const pause = (view: View): Html => {
  const { words, values } = view;
  return section("pause", words.pause.title, [
    html`<p>${words.pause.text}</p>
      <div class="answers">
        ${press(view, "pause", words.pause.twoWeeks, { for: "2-weeks" })}${press(view, "pause", words.pause.month, { for: "1-month" })}
      </div>`,
    form(view, "pause", [hidden("for", "date"), dayField(view, "until", words.pause.until, values.until), submit(words.buttons.pause)]),
  ]);
};

/** "Come back to me on …", with as many useful things until then as they like (C7). */
export const callBack = (view: View): Html => {
  const { words, values } = view;
  return section("call-back", words.callBack.title, [
    html`<p>${words.callBack.text}</p>`,
    form(view, "call-back", [
      dayField(view, "on", words.callBack.on, values.on),
      html`<fieldset>
        <legend>${words.callBack.between}</legend>
        ${words.callBack.bridges.map((label, most) => choice("radio", "between", String(most), label, values.between === String(most)))}
      </fieldset>`,
      submit(words.buttons["call-back"]),
    ]),
  ]);
};

const submit = (label: string): Html => html`<button class="button narrow">${label}</button>`;

const dayField = (view: View, name: "until" | "on", label: string, value: string): Piece => html`
  <label class="labelled">
    ${label}
    <input
      class="field"
      type="date"
      name="${name}"
      value="${value}"
      min="${dateOf(dayOf(view.today) + 1)}"
      max="${furthestDay(view.today)}"
      required
      ${pointsTo(`${name}-wrong`, view.problems[name])}
    />
  </label>
  ${amiss(view, `${name}-wrong`, view.problems[name])}
`;
