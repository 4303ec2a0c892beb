import { keyEndpoint } from "#lib/platform/key-endpoint.ts";
import { assessFollowUp } from "#lib/scoring/assess-follow-up.ts";
import { Assess } from "#lib/scoring/assess.ts";

/** Would this follow-up be welcome? */
export const POST = keyEndpoint(Assess, assessFollowUp);
