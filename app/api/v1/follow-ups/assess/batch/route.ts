import { keyEndpoint } from "#lib/platform/key-endpoint.ts";
import { assessBatch } from "#lib/scoring/assess-batch.ts";
import { AssessBatch } from "#lib/scoring/assess.ts";

/** The same question for up to 1,000 plans. */
export const POST = keyEndpoint(AssessBatch, assessBatch, { megabytes: 8, calls: ({ items }) => Math.ceil(items.length / 10) });
