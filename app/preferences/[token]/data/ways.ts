import { html, type Html, type Piece } from "#lib/preferences/html.ts";
import type { Held } from "#lib/rights/held.ts";
import type { Words } from "#lib/rights/words.ts";

// Take it away, correct it, have it erased: each a plain form or link.

export const take = (path: string, words: Words): Html => html`
  <section class="rest" id="take">
    <h2>${words.sections.take}</h2>
    <p>${words.take}</p>
    <div class="answers">
      <a class="button" href="${path}/my-data.json" download>${words.asJson}</a>
      <a class="button" href="${path}/my-data.csv" download>${words.asCsv}</a>
    </div>
  </section>
`;

export function correct(path: string, words: Words, query: URLSearchParams): Html {
  const isBack = query.get("problem") === "invalid" && query.get("ask") === "correct";
  const wrong = isBack && (query.get("field") === "right" ? "right" : "about");
  const trouble = isBack ? words.wrong.form : query.get("problem") === "conflict" ? words.wrong.tooMany : null;
  return html`
    <section class="rest" id="correct">
      <h2>${words.sections.correct}</h2>
      <p>${words.correct}</p>
      ${trouble && html`<p class="trouble" role="alert">${trouble}</p>`}
      <form method="post" action="${path}/ask" autocomplete="off">
        <input type="hidden" name="ask" value="correct" />
        <label class="labelled">
          ${words.about}
          <input class="field" name="about" maxlength="120" required ${wrong === "about" && invalid} />
        </label>
        ${wrong === "about" && amiss(words.wrong.about)}
        <label class="labelled">
          ${words.right}
          <textarea class="field tall" name="right" rows="3" maxlength="1000" required ${wrong === "right" && invalid}></textarea>
        </label>
        ${wrong === "right" && amiss(words.wrong.right)}
        <button class="button narrow">${words.sendCorrection}</button>
      </form>
    </section>
  `;
}

const invalid = html`aria-invalid="true" aria-describedby="wrong"`;
const amiss = (sentence: string) => html`<p class="amiss" id="wrong">${sentence}</p>`;

/** Asked for in two steps: a link shows what it means, and only the second press sends it. */
export function erase(path: string, words: Words, query: URLSearchParams, { organisation, requests }: Held): Piece {
  if (requests.some(({ kind, state }) => kind === "erase" && state === "open")) return null;
  const isSure = query.get("sure") === "erase";
  return html`
    <section class="rest" id="erase">
      <h2>${words.sections.erase}</h2>
      <p>${words.erase(organisation)}</p>
      ${isSure ? sure(path, words) : html`<a class="button narrow" href="${path}?sure=erase#erase">${words.eraseFirst}</a>`}
    </section>
  `;
}

const sure = (path: string, words: Words): Html => html`
  <p>${words.eraseSure}</p>
  <div class="answers">
    <a class="button" href="${path}">${words.keep}</a>
    <form method="post" action="${path}/ask">
      <input type="hidden" name="ask" value="erase" />
      <input type="hidden" name="sure" value="yes" />
      <button class="button">${words.eraseNow}</button>
    </form>
  </div>
`;
