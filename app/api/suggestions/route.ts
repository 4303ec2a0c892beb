import { endpoint } from "#lib/platform/endpoint.ts";
import { AskSuggestions, findSuggestions } from "#lib/today/suggestion-queries.ts";

export const GET = endpoint(AskSuggestions, findSuggestions);
