import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ownNames, Spoken } from "#lib/follow-up/spoken.ts";
import { html, type Html, type Piece } from "#lib/preferences/html.ts";
import type { View } from "./view.ts";

/** One file instead of three: no comments, no room between the rules. */
const style: Html = {
  markup: ["tokens.css", "base.css", "prospect.css"]
    .map((name) => readFileSync(join(process.cwd(), "app/styles", name), "utf8"))
    .join("\n")
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/\s*([{};])\s*/g, "$1")
    .replace(/\s+/g, " "),
};

/** The whole document, complete in one answer: no script, no font, no picture, nothing to fetch besides. */
export function documentOf(view: View, { nonce, mark, body }: { nonce: string; mark: string; body: Piece }): string {
  const { shown, words, page, token } = view;
  const { name, postalAddress } = page.organisation;
  const { markup } = html`<html lang="${shown}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="data:," />
      <title>${mark && `${mark} – `}${words.title}</title>
      <style nonce="${nonce}">
        ${style}
      </style>
    </head>
    <body class="prospect">
      <a class="skip" href="#content">${words.skip}</a>
      <header class="letterhead">
        <p>${name}</p>
        <nav aria-label="${words.languages}">
          <ul>
            ${Spoken.options.map((each) => html`<li>${languageLink(each, shown, token)}</li>`)}
          </ul>
        </nav>
      </header>
      <main id="content" class="page">${body}</main>
      <footer class="foot hint page">
        <p>${words.yourPage}</p>
        <p>${[name, postalAddress].filter(Boolean).join(", ")}</p>
      </footer>
    </body>
  </html>`;
  return `<!doctype html>\n${markup}`;
}

const languageLink = (each: Spoken, shown: Spoken, token: string): Html =>
  each === shown
    ? html`<span aria-current="true">${ownNames[each]}</span>`
    : html`<a href="/preferences/${token}?lang=${each}" lang="${each}" hreflang="${each}">${ownNames[each]}</a>`;
