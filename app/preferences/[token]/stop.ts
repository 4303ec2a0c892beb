import { Channel } from "#lib/follow-up/vocabulary.ts";
import { type Html, html } from "#lib/preferences/html.ts";
import { form, press, section, type View } from "./view.ts";

/** Everything, one way, or one topic: at once, no questions (C2, C4). */
export function stop(view: View): Html {
  const { words, page } = view;
  const isStopped = (channel: Channel) => page.standings[channel].kind === "stopped";
  const refused = page.refusedTopics;
  const open = page.topics.filter((topic) => !refused.includes(topic));
  const said = words.stop;
  return section("stop", said.title, [
    html`<p>${said.text} ${said.means(page.organisation.name)}</p>`,
    html`<div class="answers">${press(view, "stop", words.buttons.stop)}</div>`,
    html`<h3>${said.channels}</h3>`,
    one(
      view,
      "stop-channel",
      "channel",
      Channel.options.filter((channel) => !isStopped(channel)),
      (channel) => words.stopChannel[channel],
    ),
    one(view, "allow-channel", "channel", Channel.options.filter(isStopped), (channel) => words.allowChannel[channel]),
    open.length > 0 && html`<h3>${said.topics}</h3>`,
    one(view, "stop-topic", "topic", open, words.stopTopic),
    refused.length > 0 && html`<h3>${said.refusedTopics}</h3>`,
    one(view, "allow-topic", "topic", refused, words.allowTopic),
  ]);
}

/** A row of buttons that say the same of different things. */
const one = <T extends string>(
  view: View,
  action: "stop-channel" | "allow-channel" | "stop-topic" | "allow-topic",
  name: "channel" | "topic",
  values: readonly T[],
  label: (value: T) => string,
) =>
  values.length > 0 &&
  form(
    view,
    action,
    values.map((value) => html`<button class="button" name="${name}" value="${value}">${label(value)}</button>`),
    "answers small",
  );
