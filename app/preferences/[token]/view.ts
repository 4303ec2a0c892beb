import type { Spoken } from "#lib/follow-up/spoken.ts";
import type { Answer } from "#lib/preferences/answer.ts";
import type { Choice, ProblemKey } from "#lib/preferences/choice.ts";
import type { PreferencePage } from "#lib/preferences/find-by-token.ts";
import type { FormValues, Problems } from "#lib/preferences/form-values.ts";
import { type Html, html, type Piece } from "#lib/preferences/html.ts";
import type { Say } from "#lib/preferences/say.ts";
import type { Words } from "#lib/preferences/wording.ts";

/** What every part of the page is drawn from. `today` is a calendar day of theirs. */
export type View = {
  token: string;
  page: PreferencePage;
  shown: Spoken;
  words: Words;
  say: Say;
  today: string;
  values: FormValues;
  problems: Problems;
};

type Action = Choice["action"] | Answer["action"];

/** A form of the page: everything said here goes to one place, with the language it was read in. */
export const form = ({ token, shown }: View, action: Action, inside: Piece, className = ""): Html => html`
  <form method="post" action="/preferences/${token}/choose" autocomplete="off" ${className && html`class="${className}"`}>
    ${hidden("action", action)}${hidden("lang", shown)}${inside}
  </form>
`;

export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;

/** A choice of one press. `about` is read out after the label, where the same label stands several times. */
export const press = (view: View, action: Action, label: string, fields: Record<string, string | string[]> = {}, about = ""): Html =>
  form(view, action, [
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => hidden(name, each))),
    html`<button class="button">${label}${about && html`<span class="sr">: ${about}</span>`}</button>`,
  ]);

/** What is wrong with a field, beside it. */
export const amiss = ({ words }: View, id: string, problem: ProblemKey | undefined): Piece =>
  problem && html`<p class="amiss" id="${id}">${words.problems[problem]}</p>`;

/** The attributes of a field that points to what is wrong with it. */
export const pointsTo = (id: string, problem: ProblemKey | undefined): Piece =>
  problem && html`aria-invalid="true" aria-describedby="${id}"`;

/** A part of the page that its table of contents leads to. */
export const section = (id: string, title: string, inside: Piece): Html => html`
  <section class="rest" id="${id}">
    <h2>${title}</h2>
    ${inside}
  </section>
`;

/** A tick box or radio button with its label and, where there is one, a hint below. */
export const choice = (
  type: "checkbox" | "radio",
  name: string,
  value: string,
  label: string,
  isChosen: boolean,
  { hint = "", required = false } = {},
): Html => html`
  <label class="choice">
    <input type="${type}" name="${name}" value="${value}" ${isChosen && "checked"} ${required && "required"} />
    <span>${label}</span>${hint && html`<span class="hint">${hint}</span>`}
  </label>
`;
