import "server-only";
import { z } from "zod";

import { measureNight } from "#lib/insight/measure-night.ts";
import { aboutProspect, deliverDue, type Rechecks } from "#lib/mail/deliver.ts";
import { LostPasswordJob, mailLostPassword } from "#lib/people/forgot-password.ts";
import { closeQueue, queue, type QueueName } from "#lib/platform/queue.ts";
import { LostLinkJob, mailLostLinks } from "#lib/preferences/lost-link.ts";
import { mayNotAsk, mayNotReach } from "#lib/preferences/may-ask.ts";
import { HoldStopped, holdStopped } from "#lib/schedule/hold-stopped.ts";
import { judgeDue } from "#lib/schedule/judge-due.ts";
import { giveUpRollout, PolicyRollout, rollOutPolicy } from "#lib/schedule/roll-out-policy.ts";
import { mayNotRead } from "#lib/today/may-not-read.ts";
import { sendDigests } from "#lib/today/send-digests.ts";
import { giveUpImport } from "#lib/transfer/give-up-import.ts";
import { ImportJob, runImport } from "#lib/transfer/run-import.ts";

/** Looked at once more before a message about a prospect, or a member's digest, leaves. */
const rechecks: Rechecks = {
  ask: aboutProspect(async (place, mail) => (await mayNotReach(place, mail)) ?? mayNotAsk(place, mail.prospectId, { except: mail.id })),
  "preference-link": aboutProspect(mayNotReach),
  "data-request": aboutProspect(mayNotReach),
  digest: mayNotRead,
};

/** What each queue's jobs do. `giveUp` tells people when the last try has failed. */
const jobs: Record<
  QueueName,
  { run: (data: unknown, now: Date) => Promise<unknown>; giveUp?: (data: unknown, now: Date) => Promise<void> }
> = {
  import: {
    run: (data, now) => runImport(ImportJob.parse(data), now),
    giveUp: (data, now) => giveUpImport(ImportJob.parse(data), now),
  },
  "policy-rollout": {
    run: (data) => rollOutPolicy(PolicyRollout.parse(data), () => new Date()),
    giveUp: (data, now) => giveUpRollout(PolicyRollout.parse(data), now),
  },
  "hold-stopped": { run: (data, now) => holdStopped(HoldStopped.parse(data), now) },
  nightly: { run: (data, now) => measureNight((z.object({}).parse(data), now)) },
  mail: { run: () => deliverDue(rechecks, () => new Date()) },
  "lost-link": { run: (data, now) => mailLostLinks({ now }, LostLinkJob.parse(data)) },
  "lost-password": { run: (data, now) => mailLostPassword({ now }, LostPasswordJob.parse(data)) },
  digests: { run: (data, now) => sendDigests((z.object({}).parse(data), now)) },
  "due-follow-ups": { run: (data, now) => judgeDue((z.object({}).parse(data), now)) },
};

/** Starts working on the queues in this process, once; on SIGTERM running jobs may end. */
export async function startJobs(): Promise<void> {
  const global = globalThis as unknown as { tactfulJobs?: boolean };
  if (global.tactfulJobs) return;
  global.tactfulJobs = true;
  const boss = await queue();
  for (const [name, { run, giveUp }] of Object.entries(jobs)) {
    await boss.work(name, { includeMetadata: true, pollingIntervalSeconds: 1 }, async ([job]) => {
      if (!job) return;
      try {
        await run(job.data ?? {}, new Date());
      } catch (error) {
        console.error(`job ${name} ${job.id}:`, error);
        if (job.retryCount >= job.retryLimit) await giveUp?.(job.data, new Date());
        throw error;
      }
    });
  }
  await boss.schedule("due-follow-ups", "* * * * *", {});
  await boss.schedule("mail", "* * * * *", {});
  await boss.schedule("digests", "*/15 * * * *", {});
  await boss.schedule("nightly", "20 2 * * *", {});
  process.once("SIGTERM", () => void closeQueue());
}
