"use server";
import { action } from "#lib/platform/action.ts";
import { AskProspect, askProspect } from "#lib/preferences/ask-prospect.ts";
import { IssueLink, issueLink } from "#lib/preferences/issue-link.ts";
import { NoteTerms, noteTerms } from "#lib/preferences/note-terms.ts";
import { RevokeLinks, revokeLinks } from "#lib/preferences/revoke-links.ts";

export const askAction = action(AskProspect, askProspect);
export const noteTermsAction = action(NoteTerms, noteTerms);
export const issueLinkAction = action(IssueLink, issueLink);
export const revokeLinksAction = action(RevokeLinks, revokeLinks);
