import { type Html, html } from "#lib/preferences/html.ts";
import { sayTerms } from "#lib/preferences/say-terms.ts";
import { section, type View } from "./view.ts";

/** What we hold about them, and where each of it came from (C8). */
export function held(view: View): Html {
  const { words, page, say, token } = view;
  const said = words.held;
  const rows: [label: string, value: string, source?: string][] = [
    [said.name, page.name],
    [said.work, page.jobTitle ?? ""],
    [said.company, page.company ?? ""],
    ...page.addresses.map(({ kind, value }): [string, string] => [said[kind], value]),
    [said.why, page.source ?? said.relationships[page.relationship]],
    ...page.facts.map(({ label, value, origin, at }): [string, string, string] => [
      label,
      value,
      said.source(said.origins[origin], say.dayOf(at)),
    ]),
  ];
  return section("held", said.title, [
    html`<dl class="held">
      ${rows
        .filter(([, value]) => value)
        .map(
          ([label, value, source]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
              ${source && html`<dd class="hint">${source}</dd>`}
            </div>`,
        )}
    </dl>`,
    html`<p><a href="/preferences/${token}/data">${said.data}</a></p>`,
  ]);
}

/** The versions of their agreement before this one, dated. */
export function history(view: View): Html {
  const { words, page, say } = view;
  return section(
    "history",
    words.history.title,
    html`<ul class="items">
      ${page.earlier.map((terms) => {
        const day = say.dayOf(terms.saidOn);
        const wishes = sayTerms(terms, words, say, null).join("; ") || words.terms.nothing;
        return html`<li>${terms.saidBy === "person" ? words.history.own(day) : words.history.noted(day)}: ${wishes}</li>`;
      })}
    </ul>`,
  );
}
