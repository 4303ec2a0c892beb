import { expect, test } from "vitest";

import { findToday } from "#lib/today/queries.ts";
import { aContext, aMember, anOrganisation } from "../factories/records.ts";

test("a rep and a manager ask the same connections in different words, and both are answered", async () => {
  const organisation = await anOrganisation();
  const actors = [await aMember(organisation), await aMember(organisation, { role: "manager" })];
  // more questions than the pool has connections, so that each connection hears both
  const asked = Array.from({ length: 40 }, (_, i) => findToday(aContext(actors[i % 2]!)));
  expect(await Promise.all(asked)).toHaveLength(40);
  for (let i = 0; i < 6; i += 1) expect(await findToday(aContext(actors[i % 2]!))).toEqual([]);
});
