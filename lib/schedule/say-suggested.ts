import type { Channel } from "#lib/follow-up/vocabulary.ts";
import { offerNames } from "#lib/follow-up/vocabulary.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { sayWhen } from "#lib/follow-up/say-when.ts";
import type { Suggested } from "#lib/schedule/suggested.ts";
import type { KnownAsset } from "#lib/value/known.ts";

const verbs: Record<Channel, string> = {
  email: "e-mail",
  phone: "call",
  sms: "text",
  linkedin: "write on LinkedIn",
  mail: "send a letter",
  meeting: "meet",
};

export type Said = { assets: KnownAsset[]; zone: string; now: Date };

/** What is suggested next, in one line. */
export function saySuggested({ kind, plan, until }: Suggested, { assets, zone, now }: Said): string {
  if (kind === "wait") {
    if (!until) return "Leave them be";
    return until > now ? `Leave them be until ${sayWhen(zone, until, now)}` : "First do what is planned";
  }
  if (kind === "settle") return "Settle one thing first";
  const lead = kind === "close" ? "Close kindly: " : "Next: ";
  return `${lead}${verbs[plan!.channel]} ${onDay(sayWhen(zone, plan!.at, now))}, ${sayOffer(plan!.offer, assets)}`;
}

const onDay = (said: string) => (said === "today" || said === "tomorrow" ? said : `on ${said}`);

function sayOffer({ kind, assetId, text }: Plan["offer"], assets: KnownAsset[]): string {
  const title = assets.find(({ id }) => id === assetId)?.title;
  if (title) return `bring “${title}”`;
  const what = text || offerNames[kind];
  if (kind === "news") return `bring the news: ${what}`;
  return `${kind === "resource" ? "offer" : "bring"} ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}
