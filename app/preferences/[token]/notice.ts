import { Channel } from "#lib/follow-up/vocabulary.ts";
import type { AnswerAction } from "#lib/preferences/answer.ts";
import type { ChoiceAction } from "#lib/preferences/choice.ts";
import { html, type Piece } from "#lib/preferences/html.ts";
import { press, type View } from "./view.ts";

export type Done = ChoiceAction | AnswerAction;
type Query = Record<string, string | string[] | undefined>;

/** What the address says was just done, if that is really how things stand: an address can be made up. */
export function doneOf(query: Query, view: View): Done | null {
  const done = typeof query.done === "string" && query.done in view.words.done ? (query.done as Done) : null;
  return done && holds(done, typeof query.of === "string" ? query.of : "", view) ? done : null;
}

function holds(done: Done, of: string, { page, today }: View): boolean {
  const { terms, stoppedAt, standings } = page;
  const channel = Channel.safeParse(of).data;
  switch (done) {
    case "stop":
      return stoppedAt !== null;
    case "save":
    case "resume":
    case "undo-stop":
      return terms !== null && stoppedAt === null;
    case "pause":
      return stoppedAt === null && terms?.pausedUntil != null && terms.pausedUntil > today;
    case "call-back":
      return stoppedAt === null && terms?.callBackOn != null && terms.callBackOn >= today;
    case "stop-channel":
      return channel !== undefined && standings[channel].kind === "stopped";
    case "allow-channel":
      return channel !== undefined && standings[channel].kind !== "stopped";
    case "stop-topic":
      return terms !== null && terms.refusedTopics.includes(of);
    case "allow-topic":
      return terms !== null && !terms.refusedTopics.includes(of);
    case "accept":
      return page.planned.some(({ accepted }) => accepted);
    case "react":
      return page.received.some(({ reaction }) => reaction !== null);
    case "confirm-step":
      return page.steps.some(({ confirmed }) => confirmed);
    case "correct-step":
      return page.steps.some(({ correction }) => correction !== null);
    case "another-time":
    case "not-this":
    case "refer":
      return true;
  }
}

/** On top of the page after something was said: that it was heard, what it does, and the way back. */
export function notice(view: View, done: Done, query: Query): Piece {
  const { words, page } = view;
  const [title, text] = words.done[done];
  const isChoice = done in words.statements;
  return html`
    <div class="notice" role="status">
      <h2>${title}</h2>
      <p>${text}</p>
      ${isChoice && page.taken > 0 && html`<p>${words.taken(page.taken)}</p>`}${
        isChoice && html`<p>${words.everyone(page.organisation.name)}</p>`
      }
      ${wayBack(view, done, typeof query.of === "string" ? query.of : "")}
    </div>
  `;
}

function wayBack(view: View, done: Done, of: string): Piece {
  const { words } = view;
  if (done === "stop-channel") return press(view, "allow-channel", words.buttons["undo-stop"], { channel: of });
  if (done === "stop-topic") return press(view, "allow-topic", words.buttons["undo-stop"], { topic: of });
  return null;
}
