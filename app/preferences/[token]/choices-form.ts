import { Channel } from "#lib/follow-up/vocabulary.ts";
import { ownNames } from "#lib/follow-up/language-names.ts";
import { Spoken } from "#lib/follow-up/spoken.ts";
import type { PreferencePage } from "#lib/preferences/find-by-token.ts";
import { type Html, html, type Piece } from "#lib/preferences/html.ts";
import { amiss, choice, form, pointsTo, type View } from "./view.ts";
import { zoneField } from "./zone-field.ts";

/** How and how often (C1, C2). */
export function choicesForm(view: View): Html {
  const { words, page, values, problems } = view;
  const said = words.choose;
  return html`
    <section class="choosing" id="choose">
      <h2>${page.terms || page.stoppedAt ? said.change : said.first}</h2>
      ${form(view, "save", [
        group(view, said.by, "channels", channels(view)),
        group(
          view,
          said.atMost,
          "rate",
          ratesWith(view).map(([value, label]) => choice("radio", "rate", value, label, values.rate === value, { required: true })),
        ),
        days(view),
        hours(view),
        page.topics.length > 0 && topics(view),
        html`
          <label class="labelled">
            ${said.language}
            <select class="field" name="language">
              ${Spoken.options.map(
                (each) => html`<option value="${each}" lang="${each}" ${each === values.language && "selected"}>${ownNames[each]}</option>`,
              )}
            </select>
          </label>
        `,
        html`<p><button class="button full">${words.buttons.save}</button></p>
          <p class="hint">${said.counts(page.organisation.name)}</p>`,
      ])}
      ${Object.keys(problems).length > 0 && html`<p class="hint">${words.nothingSaved}</p>`}
    </section>
  `;
}

const group = (view: View, legend: string, name: string, inside: Piece): Html => html`
  <fieldset ${pointsTo(`${name}-wrong`, view.problems[name])}>
    <legend>${legend}</legend>
    ${amiss(view, `${name}-wrong`, view.problems[name])}${inside}
  </fieldset>
`;

const channels = (view: View): Html[] =>
  Channel.options.map((channel) =>
    choice("checkbox", "channels[]", channel, view.words.channels[channel], view.values.channels.includes(channel), {
      hint: whereTo(channel, view),
    }),
  );

/** Where a way would reach them, or that we could not. */
function whereTo(channel: Channel, { page: { addresses, standings }, words: { reach } }: View): string {
  const of = (kind: PreferencePage["addresses"][number]["kind"]) =>
    addresses
      .filter((each) => each.kind === kind)
      .map(({ value }) => value)
      .join(", ");
  const where: Record<Channel, string> = {
    email: of("email") || reach.noEmail,
    phone: of("phone") || reach.noPhone,
    sms: of("phone") || reach.noPhone,
    linkedin: of("linkedin") || reach.noProfile,
    mail: of("address") || reach.noAddress,
    meeting: reach.meeting,
  };
  return standings[channel].kind === "stopped" ? `${where[channel]} – ${reach.notUsed}` : where[channel];
}

/** The usual rates, and theirs if it is another. */
function ratesWith({ words, values: { rate } }: View): [value: string, label: string][] {
  const usual = Object.entries(words.choose.rates);
  const own = /^([1-9]\d?)\/(week|month|quarter)$/.exec(rate);
  if (!own || rate in words.choose.rates) return usual;
  return [[rate, words.terms.rate({ max: Number(own[1]), per: own[2] as "week" | "month" | "quarter" })], ...usual];
}

const days = (view: View): Html =>
  group(view, view.words.choose.days, "days", [
    html`<p class="hint">${view.words.choose.anyDay}</p>`,
    html`<div class="two">
      ${[1, 2, 3, 4, 5, 6, 7].map((day) =>
        choice("checkbox", "days[]", String(day), view.say.weekday(day), view.values.days.includes(String(day))),
      )}
    </div>`,
  ]);

function hours(view: View): Html {
  const { words, values, problems } = view;
  const said = words.choose;
  const wrong = problems["hours.to"] ?? problems["hours.from"] ?? problems.hours;
  return html`
    <fieldset ${pointsTo("hours-wrong", wrong)}>
      <legend>${said.time}</legend>
      ${amiss(view, "hours-wrong", wrong)}
      ${Object.entries(said.times).map(([value, label]) => choice("radio", "hours.when", value, label, values.when === value))}
      <div class="hours">
        ${hour("hours.from", said.from, 0, values.from)}<span aria-hidden="true">${said.to}</span>${hour("hours.to", said.to, 1, values.to)}
      </div>
      ${zoneField(view)}
    </fieldset>
  `;
}

/** Twenty-four hours from `first` on. */
const hour = (name: string, label: string, first: number, value: string): Html => html`
  <select class="field" name="${name}" aria-label="${label}">
    ${Array.from({ length: 24 }, (_, i) => String(first + i)).map(
      (each) => html`<option value="${each}" ${each === value && "selected"}>${each}:00</option>`,
    )}
  </select>
`;

const topics = (view: View): Html =>
  group(view, view.words.choose.topics, "topics", [
    html`<p class="hint">${view.words.choose.anyTopic}</p>`,
    html`<div class="two">
      ${view.page.topics.map((topic) => choice("checkbox", "topics[]", topic, topic, view.values.topics.includes(topic)))}
    </div>`,
  ]);
