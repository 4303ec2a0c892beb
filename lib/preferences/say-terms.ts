import type { TermsContent } from "#lib/consent/terms.ts";
import type { Say } from "#lib/preferences/say.ts";
import type { Words } from "#lib/preferences/wording.ts";

/** What somebody chose, wish by wish, in the language of the page. Days gone by on `today` are left out; in a history (`null`) they stand. */
export function sayTerms(terms: TermsContent, words: Words, say: Say, today: string | null): string[] {
  const { terms: said, channels } = words;
  if (terms.stopped) return [said.stopped];
  const { rate, days, hours, topics, refusedTopics, language, pausedUntil, callBackOn, bridge } = terms;
  const isAhead = (date: string | null): date is string => date !== null && (today === null || date > today);
  const comesBack = callBackOn !== null && (today === null || callBackOn >= today);
  const wishes = [
    terms.channels && (terms.channels.length > 0 ? said.by(terms.channels.map((channel) => channels[channel]).join(", ")) : said.noChannel),
    rate && said.rate(rate),
    days.length > 0 && days.length < 7 && said.days(say.list(days.toSorted((a, b) => a - b).map((each) => say.weekday(each)))),
    hours && said.hours(hours.from, hours.to),
    topics && said.topics(topics.join(", ")),
    refusedTopics.length > 0 && said.refused(refusedTopics.join(", ")),
    language && said.languages[language],
    isAhead(pausedUntil) && said.quietUntil(say.day(pausedUntil)),
    comesBack && said.callBack(say.day(callBackOn)),
    comesBack && bridge !== null && said.bridge(bridge),
  ];
  return wishes.filter((wish) => wish !== null && wish !== false);
}
