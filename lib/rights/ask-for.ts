import "server-only";
import { no, ok, type Outcome } from "#lib/outcome.ts";
import { inTransaction } from "#lib/platform/transaction.ts";
import type { Guest } from "#lib/preferences/guest.ts";
import { whereTheyAre } from "#lib/preferences/where-they-are.ts";
import { lockPerson } from "#lib/prospects/lock-person.ts";
import { receive } from "#lib/rights/receive.ts";
import type { Ask } from "#lib/rights/request.ts";
import { countOpen } from "#lib/rights/store.ts";
import { askedWording, askedWordingVersion } from "#lib/rights/asked-wording.ts";
import { type OnPlanned, takingEffect } from "#lib/schedule/take-effect.ts";

/** As many corrections as anyone needs; more would only fill a queue. */
const mostOpen = 20;

/** A person asks, on their own page, to have something corrected or to be erased (C8). Holding the link proves who they are; a repeat finds the open request. */
export function askFor(guest: Guest, ask: Ask): Promise<Outcome<{ ask: Ask["ask"]; isNew: boolean }>> {
  return whereTheyAre(guest, (guest) => takingEffect(ask.ask === "erase", (onPlanned) => write(guest, ask, onPlanned)));
}

function write(guest: Guest, ask: Ask, onPlanned: OnPlanned): Promise<Outcome<{ ask: Ask["ask"]; isNew: boolean }>> {
  return inTransaction(guest, async (context) => {
    const place = { ...context, actorId: null };
    const person = await lockPerson(place, guest.prospectId);
    if (!person) return no({ code: "not-found" });
    if (ask.ask === "correct" && (await countOpen(place, guest.prospectId)) >= mostOpen)
      return no({ code: "conflict", sentence: "Twenty of your requests are open. We answer those first." });

    const said = ask.ask === "correct" ? { about: ask.about, words: ask.right } : { about: null, words: null };
    const wording = { wording: askedWording(person.organisation), wordingVersion: askedWordingVersion, evidence: `link ${guest.linkId}` };
    const word = { saidBy: "person", method: "preference_link", ...wording } as const;
    const { isNew } = await receive(place, person, { kind: ask.ask, cameBy: "page", ...said }, word, onPlanned);
    return ok({ ask: ask.ask, isNew });
  });
}
