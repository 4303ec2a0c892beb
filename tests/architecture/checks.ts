import * as habits from "./habits.ts";
import * as mission from "./mission.ts";
import * as rooms from "./rooms.ts";
import type { Check } from "./sources.ts";
import * as tables from "./tables.ts";

/** Every rule of the house by the sentence that says it. */
export const checks = {
  "lib never imports app or components": rooms.libKnowsNoPages,
  "components import no server code": rooms.componentsStayPure,
  "pages reach no store and no database": rooms.pagesKnowNoStore,
  "pure lib imports only pure lib and pure packages": rooms.pureStaysPure,
  "pure lib reads no clock, chance, network or environment": rooms.pureReadsNoWorld,
  "a store is private to its room": rooms.storesArePrivate,
  "rooms form no cycle": rooms.roomsFormNoCycle,
  "a room writes only its own tables": tables.roomsWriteTheirOwn,
  "only stores, queries and the platform hold the database client": tables.clientIsForStoresAndQueries,
  "only the scorer makes a clearance": mission.onlyTheScorerClears,
  "only the schedule's store writes follow-ups": mission.onlyTheScheduleWritesFollowUps,
  "every page, action and route asks who is calling": mission.everyEdgeAsksWho,
  "from the action to every judge is at most three imports": mission.judgesAreNear,
  "no barrels": habits.noBarrels,
  "no dynamic imports in lib": habits.noHiddenImports,
  "no file outgrows a screenful of thought": habits.filesStaySmall,
  "nothing is left unfinished": habits.nothingUnfinished,
  "names are kebab-case and say something": habits.namesSaySomething,
  "only Next's own files have a default export": habits.defaultsAreNexts,
} satisfies Record<string, Check>;

export type Rule = keyof typeof checks;
