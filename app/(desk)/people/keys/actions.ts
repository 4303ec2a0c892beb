"use server";
import { CreateApiKey, createApiKey } from "#lib/people/create-api-key.ts";
import { RevokeApiKey, revokeApiKey } from "#lib/people/revoke-api-key.ts";
import { action } from "#lib/platform/action.ts";

export const createKeyAction = action(CreateApiKey, createApiKey);
export const revokeKeyAction = action(RevokeApiKey, revokeApiKey);
