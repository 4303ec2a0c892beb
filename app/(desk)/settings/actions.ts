"use server";
import { EditOwnProfile, editOwnProfile } from "#lib/people/edit-own-profile.ts";
import { action } from "#lib/platform/action.ts";
import { MakeCalendarLink, makeCalendarLink } from "#lib/schedule/make-calendar-link.ts";
import { RevokeCalendarLink, revokeCalendarLink } from "#lib/schedule/revoke-calendar-link.ts";
import { ChooseDigest, chooseDigest } from "#lib/today/choose-digest.ts";

export const editOwnProfileAction = action(EditOwnProfile, editOwnProfile);
export const chooseDigestAction = action(ChooseDigest, chooseDigest);
export const makeCalendarLinkAction = action(MakeCalendarLink, makeCalendarLink);
export const revokeCalendarLinkAction = action(RevokeCalendarLink, revokeCalendarLink);
