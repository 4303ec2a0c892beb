import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ownNames } from "#lib/follow-up/language-names.ts";
import { Spoken } from "#lib/follow-up/spoken.ts";
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

type Document = { language: Spoken; title: string; nonce: string; skip: string; header: Piece; body: Piece; footer?: Piece };

/** A page of the prospect's, complete in one answer: no script, no font, no picture, nothing to fetch besides. */
export function htmlDocument({ language, title, nonce, skip, header, body, footer }: Document): string {
  const { markup } = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="data:," />
      <title>${title}</title>
      <style nonce="${nonce}">
        ${style}
      </style>
    </head>
    <body class="prospect">
      <a class="skip" href="#content">${skip}</a>
      <header class="letterhead">${header}</header>
      <main id="content" class="page">${body}</main>
      ${footer && html`<footer class="foot hint page">${footer}</footer>`}
    </body>
  </html>`;
  return `<!doctype html>\n${markup}`;
}

/** The page of choices in its frame: whose it is, in which languages, and how it stays theirs. */
export function documentOf(view: View, { nonce, mark, body }: { nonce: string; mark: string; body: Piece }): string {
  const { shown, words, page, token } = view;
  const { name, postalAddress } = page.organisation;
  const header = html`<p>${name}</p>
    <nav aria-label="${words.languages}">
      <ul>
        ${Spoken.options.map((each) => html`<li>${languageLink(each, shown, token)}</li>`)}
      </ul>
    </nav>`;
  const footer = html`<p>${words.yourPage}</p>
    <p>${[name, postalAddress].filter(Boolean).join(", ")}</p>`;
  const title = `${mark && `${mark} – `}${words.title}`;
  return htmlDocument({ language: shown, title, nonce, skip: words.skip, header, body, footer });
}

const languageLink = (each: Spoken, shown: Spoken, token: string): Html =>
  each === shown
    ? html`<span aria-current="true">${ownNames[each]}</span>`
    : html`<a href="/preferences/${token}?lang=${each}" lang="${each}" hreflang="${each}">${ownNames[each]}</a>`;
