import type { Dossier } from "#lib/scoring/dossier.ts";
import { stageFor, type Wanting } from "#lib/value/shelf.ts";

/** What would suit somebody on a day (YYYY-MM-DD), from all that is known of them (C2, V2–V4). */
export function wantingOf({ person, terms, touches, facts, hasOpenDeal, assessment }: Dossier, day: string): Wanting {
  const said = touches.flatMap(({ theySaid }) => (theySaid ? [theySaid] : []));
  const decides = Boolean(assessment?.decisionOn);
  return {
    ...{ topics: terms?.topics ?? null, refusedTopics: terms?.refusedTopics ?? [], language: terms?.language ?? person.language },
    ...{ facts, said, day },
    stage: stageFor({ relationship: person.relationship, hasOpenDeal, decides, hasSpoken: said.length > 0 }),
  };
}
