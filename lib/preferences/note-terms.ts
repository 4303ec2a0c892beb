import "server-only";
import { z } from "zod";

import { recordConsent } from "#lib/consent/record-consent.ts";
import { recordTerms } from "#lib/consent/record-terms.ts";
import { stoppedAltogether } from "#lib/consent/standing.ts";
import { describeTerms } from "#lib/consent/terms.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { line } from "#lib/field.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { invalid, no, ok, type Outcome } from "#lib/outcome.ts";
import type { Context } from "#lib/platform/context.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import { Hours, Rate } from "#lib/preferences/choice.ts";
import { sameTerms } from "#lib/preferences/next-terms.ts";
import { findOwnTerms, findVisible, readAgreement } from "#lib/preferences/store.ts";
import { widens } from "#lib/preferences/widens.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";
import { refreshPulse } from "#lib/prospects/refresh-pulse.ts";
import { rejudge } from "#lib/schedule/rejudge.ts";

/** What somebody told us about how they want to be contacted. No channel and no day ticked means they did not say. */
export const NoteTerms = z.object({
  prospectId: z.uuid(),
  words: line("Write what they said, in their words.", 500),
  method: z.enum(["call", "meeting", "email", "other"], { error: "Choose where they said it." }),
  channels: z.array(Channel).max(6).default([]),
  rate: Rate,
  days: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
  hours: Hours,
});
export type NoteTerms = z.infer<typeof NoteTerms>;

/** Notes what a person said elsewhere than on their page (C1, C2): it counts at once, unconfirmed until they say so themselves, and never allows more than they did. */
export function noteTerms(context: Context, input: NoteTerms): Promise<Outcome<{ taken: number }>> {
  const { prospectId, words, method } = input;
  return inTransaction(context, async ({ tx, actor, now }) => {
    const { orgId, userId: actorId } = actor;
    const place = { tx, orgId, actorId, now };
    if (!(await findVisible(tx, actor, prospectId)) || !(await lockPerson(place, prospectId))) return no({ code: "not-found" });
    const { entries, terms } = await readAgreement(place, prospectId);
    if (terms?.stopped || stoppedAltogether(entries, now))
      return no({ code: "conflict", sentence: "They asked us to stop. Only they can change that." });
    const noted = limitsOf(input);
    if (terms && sameTerms(terms, { ...terms, ...noted })) return ok({ taken: 0 });
    const own = await findOwnTerms(place, prospectId);
    const wider = own && widens(own, noted);
    if (wider)
      return invalid(
        wider,
        `They said themselves: ${describeTerms({ ...own, pausedUntil: null, callBackOn: null }).join(" ")} A note may only narrow that.`,
      );

    const version = await recordTerms(place, prospectId, noted, "rep");
    await recordConsent(place, [{ prospectId, channel: "any", status: "terms", saidBy: "rep", method, evidence: words, wording: null }]);
    const { held: taken } = await rejudge(place, prospectId, "preference");
    await recordEvent(place, { kind: "preferences.noted", prospectId, data: { version, taken } });
    await refreshPulse(tx, orgId, [prospectId]);
    return ok({ taken });
  });
}

const limitsOf = ({ channels, rate, days, hours }: NoteTerms) => ({
  channels: channels.length > 0 ? Channel.options.filter((channel) => channels.includes(channel)) : null,
  days: days.length === 7 ? [] : [...new Set(days)].toSorted((a, b) => a - b),
  ...{ rate, hours },
});
