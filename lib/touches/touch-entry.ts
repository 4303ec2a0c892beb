import { type Disposition, dispositionNames, isAnswered } from "#lib/follow-up/touch.ts";
import { type AskSize, askNames, type Channel, channelNames, offerNames } from "#lib/follow-up/vocabulary.ts";
import { objectionNames } from "#lib/touches/objection.ts";
import type { TimelineEntry, Told, TouchData, Tone } from "#lib/touches/timeline.ts";

type Icon = TimelineEntry["icon"];

const icons: Record<Channel, Icon> = { email: "mail", phone: "phone", sms: "sms", linkedin: "link", mail: "letter", meeting: "meet" };

const ways: Record<Channel, string> = {
  email: "By e-mail",
  phone: "By phone",
  sms: "By text message",
  linkedin: "On LinkedIn",
  mail: "By letter",
  meeting: "In a meeting",
};

/** What they did, by name; the silent outcomes stand under our own touch instead. */
const deeds: Partial<Record<Disposition, [icon: Icon, tone: Tone, title: (who: string) => string]>> = {
  conversation: ["reply", "welcome", (who) => `We talked with ${who}`],
  replied: ["reply", "welcome", (who) => `${who} replied`],
  asked_question: ["reply", "welcome", (who) => `${who} asked something`],
  interested: ["reply", "welcome", (who) => `${who} is interested`],
  thanked: ["reply", "welcome", (who) => `${who} thanked us`],
  inquired: ["reply", "welcome", (who) => `${who} came to us`],
  said_later: ["clock", "soon", (who) => `${who} said: later`],
  said_no: ["no", "more", () => "No, with an objection"],
  asked_to_pause: ["pause", "soon", (who) => `${who} asked for a pause`],
  asked_to_stop: ["ban", "never", (who) => `${who} asked us to stop`],
};

/** How a touch reads on the timeline. */
export function touchEntry(
  id: string,
  who: string,
  touch: TouchData,
): Pick<TimelineEntry, "kind" | "icon" | "tone" | "title" | "text" | "quote" | "rule" | "told"> {
  const { channel, disposition, theySaid, objection, objectionWords, replacedById } = touch;
  const name = channelNames[channel];
  const deed = isAnswered(disposition) ? deeds[disposition] : undefined;
  const gave = given(touch);
  const quote = theySaid ?? objectionWords;
  const told = replacedById ? null : toTold(id, touch);
  const title = deed
    ? deed[2](who)
    : gave
      ? `${name}: ${gave}`
      : disposition === "sent"
        ? name
        : `${name}: ${dispositionNames[disposition].toLowerCase()}`;

  if (replacedById)
    return {
      kind: "replaced",
      icon: icons[channel],
      tone: "none",
      title,
      text: touch.takenBackAt ? "Taken back; it does not count." : "Corrected later; it no longer counts.",
      quote,
      rule: null,
      told,
    };
  const text = [
    deed ? `${ways[channel]}.` : gave && disposition !== "sent" ? `${dispositionNames[disposition]}.` : "",
    deed && gave ? `Gave: ${gave}.` : "",
    asked(touch.askSize),
    objection ? `Objection: ${objectionNames[objection].toLowerCase()}.` : "",
    touch.correctsId ? "Corrected since." : "",
  ].filter(Boolean);
  const [icon, tone] = deed ?? [icons[channel], "none" as const];
  const rule = objection ? "C6" : null;
  return { kind: deed ? "reply" : "touch", icon, tone, title, text: text.join(" ") || touch.body, quote, rule, told };
}

/** What went with it, in the fewest words. */
function given({ offerKind, offerText, assetTitle }: TouchData): string | null {
  return offerKind === "none" ? null : (assetTitle ?? offerText ?? offerNames[offerKind].toLowerCase());
}

const asked = (ask: AskSize) => (ask === "none" ? "" : `Asked: ${askNames[ask].toLowerCase()}.`);

function toTold(touchpointId: string, touch: TouchData): Told {
  const { channel, direction, disposition, offerKind, askSize, offerAssetId, offerText, theySaid, body, objection } = touch;
  const { byId, createdAt, correctsId } = touch;
  return {
    ...{ touchpointId, channel, direction, disposition, offerKind, ask: askSize, assetId: offerAssetId ?? "" },
    ...{ offerText: offerText ?? "", theySaid: theySaid ?? "", body: body ?? "", objectionKind: objection ?? "" },
    ...{ byId, createdAt, correctsId },
  };
}
