import pg from "pg";

import { copyDeals } from "./deals.ts";
import { writeHistory } from "./history.ts";
import { foundOrganisation } from "./organisation.ts";
import { copyPeople, imaginePeople } from "./people.ts";
import { copyPlans, imaginePlans } from "./plans.ts";
import { seeded } from "./random.ts";
import { copyTerms, imagineTerms } from "./terms.ts";
import { copyTouches } from "./touches.ts";
import { fullSizes, type Sizes, type World } from "./world.ts";

type Options = { now: Date; seed?: number; sizes?: Sizes; onStep?: (step: string, seconds: number) => void };

/**
 * Fills a migrated database with one organisation of a hundred people, eighteen months old at `now`, by COPY. The same seed and `now` make the same
 * rows. What happened is imagined first and in memory, so that every prospect's pulse is written right the first time.
 */
export async function generate(url: string, { now, seed = 20_261_122, sizes = fullSizes, onStep = () => {} }: Options): Promise<World> {
  const client = new pg.Client({ connectionString: url, application_name: "tactful-bench" });
  await client.connect();
  const step = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    onStep(name, (performance.now() - started) / 1000);
    return result;
  };
  try {
    await client.query("SET TIME ZONE 'UTC'; SET synchronous_commit = off; BEGIN");
    const world = await step("organisation", () => foundOrganisation(client, { now: now.getTime(), random: seeded(seed), sizes }));
    const { history, terms, plans } = await step("history in memory", () => {
      imaginePeople(world);
      const history = writeHistory(world);
      const terms = imagineTerms(world, history);
      return { history, terms, plans: imaginePlans(world, history, terms) };
    });
    await step("companies and prospects", () => copyPeople(client, world, history, terms, plans.nextAt));
    await step("consent", () => copyTerms(client, world, terms));
    await step("deals and next steps", () => copyDeals(client, world));
    // each plan is held against the ledger by the database, which without statistics would read all of it each time
    await step("analyse", () => client.query("ANALYZE"));
    await step("plans", () => copyPlans(client, world, plans));
    // Looking up four million references one by one takes longer than the load itself, and all of them were made right here; the checks on rows stay on.
    await client.query("SET LOCAL session_replication_role = replica");
    await step("touches", () => copyTouches(client, world, history, plans));
    await step("commit", () => client.query("COMMIT"));
    await step("vacuum and analyse", () => client.query("VACUUM (ANALYZE)"));
    return world;
  } finally {
    await client.end();
  }
}
