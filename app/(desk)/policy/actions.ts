"use server";
import { action } from "#lib/platform/action.ts";
import { PublishPolicy, publishPolicy, RestorePolicy, restorePolicy } from "#lib/policy/publish-policy.ts";
import { ResumeRollout, resumeRollout } from "#lib/policy/resume-rollout.ts";

export const publishAction = action(PublishPolicy, publishPolicy);
export const restoreAction = action(RestorePolicy, restorePolicy);
export const resumeAction = action(ResumeRollout, resumeRollout);
