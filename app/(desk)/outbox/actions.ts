"use server";
import { RetryMail, retryMail } from "#lib/mail/retry-mail.ts";
import { action } from "#lib/platform/action.ts";

export const retryMailAction = action(RetryMail, retryMail);
