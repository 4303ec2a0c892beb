"use server";
import { action } from "#lib/platform/action.ts";
import { IssueLink, issueLink } from "#lib/preferences/issue-link.ts";
import { RevokeLinks, revokeLinks } from "#lib/preferences/revoke-links.ts";

export const issueLinkAction = action(IssueLink, issueLink);
export const revokeLinksAction = action(RevokeLinks, revokeLinks);
